package io.ringside.core.runtime;

import java.io.PrintStream;
import org.HdrHistogram.Histogram;

/**
 * A latency histogram: nanoseconds from 1 to one minute, two significant digits; longer ones count as a minute.
 * Recording allocates nothing.
 *
 * <p><em>Threading:</em> one thread records and reads, for ticks the ring's; after that thread has ended, any.
 */
public final class LatencyRecorder {

    private static final long HIGHEST_NS = 60_000_000_000L;
    private static final int PERCENTILE_STEPS = 5;
    private static final Double NS_PER_US = 1_000.0;

    private final String stage;
    private final Histogram histogram = new Histogram(HIGHEST_NS, 2);

    public LatencyRecorder(String stage) {
        this.stage = stage;
    }

    public void record(long latencyNs) {
        histogram.recordValue(Math.min(Math.max(latencyNs, 0), HIGHEST_NS));
    }

    /** What is measured, for users. */
    public String stage() {
        return stage;
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** For example {@code p50 12.3 us, p99 55.1 us, p99.9 80.4 us, max 901 us}; "none yet" before the first record. */
    public String summary() {
        if (histogram.getTotalCount() == 0) {
            return "none yet";
        }
        return "p50 " + micros(histogram.getValueAtPercentile(50))
            + ", p99 " + micros(histogram.getValueAtPercentile(99))
            + ", p99.9 " + micros(histogram.getValueAtPercentile(99.9))
            + ", max " + micros(histogram.getMaxValue());
    }

    /** The whole distribution in microseconds, in the text form (.hgrm) that HdrHistogram's plotters read. */
    public void writeDistribution(PrintStream out) {
        out.println("#[Stage: " + stage + ", microseconds]");
        histogram.outputPercentileDistribution(out, PERCENTILE_STEPS, NS_PER_US);
    }

    private static String micros(long ns) {
        return ns < 100_000 ? ns / 1_000 + "." + ns % 1_000 / 100 + " us" : ns / 1_000 + " us";
    }
}
