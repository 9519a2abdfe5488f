/**
 * Plays recorded market data as a quote source, at the recorded pace or as fast as clients read.
 *
 * <p>Dependency rule: may use {@code sim.capture} and {@code sim.quote}.
 *
 * <p>Read {@link io.ringside.sim.replay.SessionReplay} first.
 */
package io.ringside.sim.replay;
