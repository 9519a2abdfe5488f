package io.ringside.binance.feed;

import java.util.concurrent.TimeUnit;
import org.agrona.collections.LongArrayQueue;

/**
 * Keeps the whole feed below Binance's limit of 300 connection attempts in 5 minutes and address: an attempt beyond it
 * has to wait until the oldest has left the window.
 *
 * <p><em>Threading:</em> the feed's thread.
 */
final class ConnectBudget {

    /** One less than the limit: the two clocks need not agree on where the window begins. */
    static final int ATTEMPTS = 299;
    static final long WINDOW_NS = TimeUnit.MINUTES.toNanos(5);

    private final LongArrayQueue attemptsNs = new LongArrayQueue(ATTEMPTS + 1, Long.MIN_VALUE);

    /** Takes an attempt and returns 0, or takes none and returns how long to wait before asking again. */
    long takeOrDelayMs(long nowNs) {
        while (!attemptsNs.isEmpty() && nowNs - attemptsNs.peekLong() > WINDOW_NS) {
            attemptsNs.pollLong();
        }
        if (attemptsNs.size() < ATTEMPTS) {
            attemptsNs.addLong(nowNs);
            return 0;
        }
        return TimeUnit.NANOSECONDS.toMillis(WINDOW_NS - (nowNs - attemptsNs.peekLong())) + 1;
    }
}
