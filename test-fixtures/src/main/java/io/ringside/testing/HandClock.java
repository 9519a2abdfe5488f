package io.ringside.testing;

import java.util.concurrent.TimeUnit;

/**
 * Time that passes when it is told to. The wall clock is one day ahead of the monotonic one.
 *
 * <p><em>Threading:</em> one thread turns it, any thread reads it.
 */
public final class HandClock {

    public static final long EPOCH_OFFSET_NS = TimeUnit.DAYS.toNanos(1);

    private volatile long nowNs = 1_000_000_000L;

    public long nowNs() {
        return nowNs;
    }

    public long epochNs() {
        return nowNs + EPOCH_OFFSET_NS;
    }

    public void passMs(long ms) {
        passNs(TimeUnit.MILLISECONDS.toNanos(ms));
    }

    public void passNs(long ns) {
        nowNs = nowNs + ns;
    }
}
