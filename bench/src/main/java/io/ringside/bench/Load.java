package io.ringside.bench;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Offered load: a number of frames per second, or as many as the client takes.
 *
 * @param ratePerSecond 0 for a flood
 * @param warmUpMs      how long frames are sent before measuring starts
 * @param measuredMs    how long frames are sent while measuring
 */
record Load(int ratePerSecond, long warmUpMs, long measuredMs) {

    boolean isFlood() {
        return ratePerSecond == 0;
    }

    long warmUpNs() {
        return TimeUnit.MILLISECONDS.toNanos(warmUpMs);
    }

    long totalNs() {
        return warmUpNs() + TimeUnit.MILLISECONDS.toNanos(measuredMs);
    }

    /** Intended send time of frame {@code i}, relative to the first. */
    long offsetNs(long i) {
        return i * TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    }

    String text() {
        return isFlood() ? "flood" : String.format(Locale.ROOT, "%,d/s", ratePerSecond);
    }
}
