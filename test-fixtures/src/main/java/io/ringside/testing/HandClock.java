package io.ringside.testing;

import java.util.concurrent.TimeUnit;

/**
 * Time that passes when it is told to. The wall clock starts at {@link #START_EPOCH_S}.
 *
 * <p><em>Threading:</em> one thread turns it, any thread reads it.
 */
public final class HandClock {

    /** An hour of an ordinary day. */
    public static final long START_EPOCH_S = 1_800_000_000L;

    private static final long START_NS = TimeUnit.SECONDS.toNanos(1);

    private volatile long nowNs = START_NS;

    public long nowNs() {
        return nowNs;
    }

    public long epochNs() {
        return TimeUnit.SECONDS.toNanos(START_EPOCH_S) + nowNs - START_NS;
    }

    public void passMs(long ms) {
        passNs(TimeUnit.MILLISECONDS.toNanos(ms));
    }

    public void passNs(long ns) {
        nowNs = nowNs + ns;
    }
}
