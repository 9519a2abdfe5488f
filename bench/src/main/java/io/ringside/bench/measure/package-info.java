/**
 * What is measured: the planned load, arrivals, latencies, percentiles, and the machine they were taken on.
 *
 * <p>Rule: uses {@code frame}.
 *
 * <p>Read first: {@link io.ringside.bench.measure.Measurement}.
 */
package io.ringside.bench.measure;
