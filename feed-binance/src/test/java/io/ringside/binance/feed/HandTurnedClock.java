package io.ringside.binance.feed;

import java.util.concurrent.TimeUnit;

/** Time that passes when it is told to. The wall clock is one day ahead of the monotonic one. */
final class HandTurnedClock {

    static final long EPOCH_OFFSET_NS = TimeUnit.DAYS.toNanos(1);

    private long nowNs = 1_000_000_000L;

    FeedClock feedClock() {
        return new FeedClock(this::nowNs, () -> nowNs + EPOCH_OFFSET_NS);
    }

    long nowNs() {
        return nowNs;
    }

    void passMs(long ms) {
        passNs(TimeUnit.MILLISECONDS.toNanos(ms));
    }

    void passNs(long ns) {
        nowNs += ns;
    }
}
