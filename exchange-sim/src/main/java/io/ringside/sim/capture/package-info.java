/**
 * Reads recorded market data from files, gzipped or plain, line by line.
 *
 * <p>Dependency rule: may use {@code sim.quote} only.
 *
 * <p>Read {@link io.ringside.sim.capture.CaptureReader} first.
 */
package io.ringside.sim.capture;
