package io.ringside.core.runtime;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Delays between attempts: full jitter (any length from 0 to the ceiling, equally likely), the ceiling doubling from
 * the first to the last. The caller resets it once an attempt has succeeded, which for a feed means that data has
 * arrived.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class Backoff {

    private final long firstCeilingMs;
    private final long lastCeilingMs;
    private final RandomGenerator random;
    private long ceilingMs;

    /**
     * @throws IllegalArgumentException unless {@code 1 <= firstCeilingMs <= lastCeilingMs <= one day}
     */
    public Backoff(long firstCeilingMs, long lastCeilingMs, RandomGenerator random) {
        if (firstCeilingMs < 1 || lastCeilingMs < firstCeilingMs || lastCeilingMs > TimeUnit.DAYS.toMillis(1)) {
            throw new IllegalArgumentException("backoff from " + firstCeilingMs + " to " + lastCeilingMs
                + " ms, allowed are 1 <= first <= last <= one day");
        }
        this.firstCeilingMs = firstCeilingMs;
        this.lastCeilingMs = lastCeilingMs;
        this.random = random;
        this.ceilingMs = firstCeilingMs;
    }

    public long nextDelayMs() {
        long delayMs = random.nextLong(ceilingMs + 1);
        ceilingMs = Math.min(ceilingMs * 2, lastCeilingMs);
        return delayMs;
    }

    public void reset() {
        ceilingMs = firstCeilingMs;
    }
}
