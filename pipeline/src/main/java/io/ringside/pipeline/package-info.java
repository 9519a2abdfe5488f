/**
 * The composition root: builds the parts, wires, starts and stops them. Only this module knows all the others, prints,
 * and ends the process.
 *
 * <p>Read {@link io.ringside.pipeline.Pipeline} first: it is the wiring, from top to bottom.
 */
package io.ringside.pipeline;
