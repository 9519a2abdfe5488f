/**
 * Two small programs to start from: a handler of your own on a live feed, and a strategy of your own with its test. The
 * build compiles both and runs them against the local exchange.
 *
 * <p>Rule: uses public types of the other modules only; nothing uses it.
 *
 * <p>Read first: {@link io.ringside.examples.OwnHandler}, then {@link io.ringside.examples.TrailingStrategy}.
 */
package io.ringside.examples;
