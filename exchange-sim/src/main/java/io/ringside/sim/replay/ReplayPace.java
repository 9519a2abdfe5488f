package io.ringside.sim.replay;

import java.util.function.LongSupplier;

/**
 * When the messages of a replay are due: at the distances at which they were recorded, divided by the speed. The time
 * of a pause does not count.
 *
 * <p><em>Threading:</em> one thread.
 */
final class ReplayPace {

    /** As fast as clients take it. */
    static final double NO_PACE = Double.POSITIVE_INFINITY;

    private final double speed;
    private final LongSupplier nanoClock;
    private boolean begun;
    private long baseNs;
    private long firstReceivedNs;
    private long pausedNs;

    ReplayPace(double speed, LongSupplier nanoClock) {
        this.speed = speed;
        this.nanoClock = nanoClock;
    }

    /** Nanoseconds until a message is due, 0 or less when it is; the first one asked for is due at once. */
    long waitNs(long receivedNs) {
        if (speed == NO_PACE) {
            return 0;
        }
        long nowNs = nanoClock.getAsLong();
        if (!begun) {
            begun = true;
            baseNs = nowNs;
            firstReceivedNs = receivedNs;
        }
        return baseNs + (long) ((receivedNs - firstReceivedNs) / speed) - nowNs;
    }

    void pause() {
        pausedNs = nanoClock.getAsLong();
    }

    void resume() {
        baseNs += nanoClock.getAsLong() - pausedNs;
    }
}
