/**
 * The composition root: reads settings, builds the parts, wires them, starts and stops them. The only package that
 * knows all the others, the only one that prints, and the only one that ends the process.
 *
 * <p>Read {@link io.ringside.pipeline.Pipeline} first: it is the wiring, from top to bottom.
 */
package io.ringside.pipeline;
