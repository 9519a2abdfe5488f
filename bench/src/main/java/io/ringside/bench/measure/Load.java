package io.ringside.bench.measure;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Offered load: a number of frames per second, or as many as the client takes.
 *
 * @param ratePerSecond 0 for a flood
 * @param warmUpMs      how long frames are sent before measuring starts
 * @param measuredMs    how long frames are sent while measuring
 */
public record Load(int ratePerSecond, long warmUpMs, long measuredMs) {

    public boolean isFlood() {
        return ratePerSecond == 0;
    }

    public long warmUpNs() {
        return TimeUnit.MILLISECONDS.toNanos(warmUpMs);
    }

    public long totalNs() {
        return warmUpNs() + TimeUnit.MILLISECONDS.toNanos(measuredMs);
    }

    /** Intended send time of frame {@code i}, relative to the first. */
    public long offsetNs(long i) {
        return i * TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    }

    public String text() {
        return isFlood() ? "flood" : String.format(Locale.ROOT, "%,d/s", ratePerSecond);
    }
}
