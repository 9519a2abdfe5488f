package io.ringside.bench.measure;

import io.ringside.bench.frame.TickFrames;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * What reaches the handler: the number of ticks, and for each the time since its intended send time.
 *
 * <p><em>Threading:</em> {@link #onTick} on the handler's thread; {@link #count()} anywhere; {@link #latencies()} when
 * the handler has ended. Recording allocates nothing.
 */
public final class Arrivals {

    private static final long HIGHEST_NS = 60_000_000_000L;

    private final Histogram latencies = new Histogram(HIGHEST_NS, 3);
    private final AtomicLong count = new AtomicLong();
    private volatile long originNs;
    private volatile long recordedFromId = Long.MAX_VALUE;

    /** Starts recording ticks with such an update id; {@code originNs} is the send time of the smallest id. */
    public void recordFrom(long updateId, long originNs) {
        this.originNs = originNs;
        this.recordedFromId = updateId;
    }

    public void onTick(long updateId) {
        if (updateId >= recordedFromId) {
            long intendedNs = originNs + updateId - TickFrames.FIRST_UPDATE_ID;
            latencies.recordValue(Math.min(Math.max(System.nanoTime() - intendedNs, 0), HIGHEST_NS));
        }
        count.lazySet(count.getPlain() + 1);
    }

    public long count() {
        return count.get();
    }

    public Histogram latencies() {
        return latencies;
    }
}
