package io.ringside.sim.control;

import java.util.function.LongSupplier;

/**
 * Limits messages per second.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class MessageLimit {

    private static final long SECOND_NS = 1_000_000_000L;

    private final LongSupplier nanoClock;
    private final long[] newestNs;
    private long count;

    public MessageLimit(int perSecond, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.newestNs = new long[perSecond];
    }

    /** Counts one message; false if it exceeds the limit. */
    public boolean permits() {
        long nowNs = nanoClock.getAsLong();
        int oldest = (int) (count % newestNs.length);
        if (count >= newestNs.length && nowNs - newestNs[oldest] < SECOND_NS) {
            return false;
        }
        newestNs[oldest] = nowNs;
        count++;
        return true;
    }
}
