/**
 * The load generator: a server that sends frames at a planned pace, in the clear or by TLS.
 *
 * <p>Rule: uses {@code frame} and {@code measure}.
 *
 * <p>Read first: {@link io.ringside.bench.wire.TickServer}.
 */
package io.ringside.bench.wire;
