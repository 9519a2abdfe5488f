package io.ringside.telegram.api;

import io.ringside.testing.HandClock;
import java.util.SplittableRandom;

/** The bot's clocks turned by hand, and its jitter from a fixed seed. */
public final class HandTiming {

    private HandTiming() {
    }

    public static Timing of(HandClock clock) {
        return new Timing(clock::epochNs, clock::nowNs, new SplittableRandom(7));
    }
}
