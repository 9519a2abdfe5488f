package io.ringside.feed.tick;

import java.util.function.LongSupplier;
import org.agrona.concurrent.SystemEpochNanoClock;

/**
 * The feed's time: one reading of the monotonic clock per read of the socket, and the wall clock derived from it, so
 * that a tick costs no clock call of its own.
 *
 * <p><em>Threading:</em> the feed's thread.
 */
public final class FeedClock {

    private final LongSupplier nanoClock;
    private final LongSupplier epochNsClock;
    private long epochOffsetNs;

    FeedClock(LongSupplier nanoClock, LongSupplier epochNsClock) {
        this.nanoClock = nanoClock;
        this.epochNsClock = epochNsClock;
        resync();
    }

    public static FeedClock ofSystem() {
        SystemEpochNanoClock epochClock = new SystemEpochNanoClock();
        return new FeedClock(System::nanoTime, epochClock::nanoTime);
    }

    /** Follows the wall clock, which may be set; called about once a second. */
    public void resync() {
        epochOffsetNs = epochNsClock.getAsLong() - nanoClock.getAsLong();
    }

    public long nowNs() {
        return nanoClock.getAsLong();
    }

    long epochNs(long nanoTime) {
        return nanoTime + epochOffsetNs;
    }

    public LongSupplier nanoClock() {
        return nanoClock;
    }
}
