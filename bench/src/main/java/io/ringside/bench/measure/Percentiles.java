package io.ringside.bench.measure;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A distribution of latencies at fixed points.
 *
 * @param valuesNs one value for each of {@link #POINTS}
 */
public record Percentiles(List<Long> valuesNs) {

    /** The last one is the maximum. */
    public static final List<Double> POINTS =
        List.of(1.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.5, 99.9, 99.99, 100.0);

    public static Percentiles of(Histogram histogram) {
        return new Percentiles(POINTS.stream().map(histogram::getValueAtPercentile).toList());
    }

    /** Microseconds at one of {@link #POINTS}. */
    public double us(double point) {
        return valuesNs.get(POINTS.indexOf(point)) / 1_000.0;
    }
}
