package io.ringside.feed.connect;

import io.ringside.core.runtime.Counter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.agrona.collections.LongArrayQueue;

/**
 * Counts connection attempts and keeps them within the venue's limit: a further one has to wait until the oldest has
 * left the window.
 *
 * <p><em>Threading:</em> the feed's thread.
 */
public final class ConnectBudget {

    private final int attempts;
    private final long windowNs;
    private final LongSupplier nanoClock;
    private final Counter taken;
    private final LongArrayQueue attemptsNs;

    /**
     * @param attempts allowed in a window
     * @param taken    counts the attempts
     */
    public ConnectBudget(int attempts, long windowMs, LongSupplier nanoClock, Counter taken) {
        this.attempts = attempts;
        this.windowNs = TimeUnit.MILLISECONDS.toNanos(windowMs);
        this.nanoClock = nanoClock;
        this.taken = taken;
        this.attemptsNs = new LongArrayQueue(Math.max(attempts + 1, LongArrayQueue.MIN_CAPACITY), Long.MIN_VALUE);
    }

    /** Uses an attempt and returns 0, or uses none and returns how long to wait before the next call. */
    public long takeOrDelayMs() {
        long nowNs = nanoClock.getAsLong();
        while (!attemptsNs.isEmpty() && nowNs - attemptsNs.peekLong() > windowNs) {
            attemptsNs.pollLong();
        }
        if (attemptsNs.size() < attempts) {
            taken.increment();
            attemptsNs.addLong(nowNs);
            return 0;
        }
        return TimeUnit.NANOSECONDS.toMillis(windowNs - (nowNs - attemptsNs.peekLong())) + 1;
    }
}
