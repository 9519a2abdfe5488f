package io.ringside.telegram;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Both clocks, turned by hand. */
final class HandClock {

    /** An hour of an ordinary day. */
    static final long START_EPOCH_S = 1_800_000_000L;

    private volatile long elapsedNs;

    Timing timing() {
        return new Timing(() -> TimeUnit.SECONDS.toNanos(START_EPOCH_S) + elapsedNs, () -> elapsedNs,
            new SplittableRandom(7));
    }

    void advanceMs(long ms) {
        elapsedNs += TimeUnit.MILLISECONDS.toNanos(ms);
    }

    void advanceNs(long ns) {
        elapsedNs += ns;
    }
}
