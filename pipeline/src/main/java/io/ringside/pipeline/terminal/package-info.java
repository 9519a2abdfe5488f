/**
 * The terminal: its prompt, what is printed, and commands typed there.
 *
 * <p>Read first: {@link io.ringside.pipeline.terminal.Terminal}.
 */
package io.ringside.pipeline.terminal;
