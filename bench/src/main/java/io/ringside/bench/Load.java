package io.ringside.bench;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a sender offers: a number of frames a second, or as many as are taken.
 *
 * @param ratePerSecond 0 for a flood
 * @param warmUpMs      how long frames are sent before the measured ones
 * @param measuredMs    how long frames are sent that count
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

    /** When frame {@code i} is meant to leave, after the first. */
    long offsetNs(long i) {
        return i * TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    }

    String text() {
        return isFlood() ? "flood" : String.format(Locale.ROOT, "%,d/s", ratePerSecond);
    }
}
