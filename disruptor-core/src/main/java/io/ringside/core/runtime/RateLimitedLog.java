package io.ringside.core.runtime;

import java.util.function.LongSupplier;

/**
 * Decides when a repeating error is worth a log line: the first at once, then one a minute with the number left out.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class RateLimitedLog {

    private static final long INTERVAL_NS = 60_000_000_000L;

    private final LongSupplier nanoClock;
    private boolean spoken;
    private long lastNs;
    private long left;

    public RateLimitedLog(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** True when a line should be written now; {@link #leftOut()} then tells how many were not. */
    public boolean permits() {
        long nowNs = nanoClock.getAsLong();
        if (spoken && nowNs - lastNs < INTERVAL_NS) {
            left++;
            return false;
        }
        spoken = true;
        lastNs = nowNs;
        return true;
    }

    /** How many were suppressed since the last permitted one; reading it resets the count. */
    public long leftOut() {
        long count = left;
        left = 0;
        return count;
    }
}
