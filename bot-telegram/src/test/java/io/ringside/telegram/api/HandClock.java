package io.ringside.telegram.api;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Both clocks, turned by hand. */
public final class HandClock {

    /** An hour of an ordinary day. */
    public static final long START_EPOCH_S = 1_800_000_000L;

    private volatile long elapsedNs;

    public Timing timing() {
        return new Timing(() -> TimeUnit.SECONDS.toNanos(START_EPOCH_S) + elapsedNs, () -> elapsedNs,
            new SplittableRandom(7));
    }

    public void advanceMs(long ms) {
        elapsedNs += TimeUnit.MILLISECONDS.toNanos(ms);
    }

    public void advanceNs(long ns) {
        elapsedNs += ns;
    }
}
