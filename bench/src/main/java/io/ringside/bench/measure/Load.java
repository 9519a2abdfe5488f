package io.ringside.bench.measure;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a sender offers: a number of frames a second, or as many as are taken.
 *
 * @param ratePerSecond 0 for a flood
 * @param warmUpMs      how long frames are sent before the measured ones
 * @param measuredMs    how long frames are sent that count
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

    /** When frame {@code i} is meant to leave, after the first. */
    public long offsetNs(long i) {
        return i * TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    }

    public String text() {
        return isFlood() ? "flood" : String.format(Locale.ROOT, "%,d/s", ratePerSecond);
    }
}
