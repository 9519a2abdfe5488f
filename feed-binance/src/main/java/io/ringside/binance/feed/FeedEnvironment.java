package io.ringside.binance.feed;

import io.netty.handler.ssl.SslContext;
import java.util.random.RandomGenerator;
import org.agrona.concurrent.SystemEpochNanoClock;

/**
 * What a feed takes from the world around it, so that tests can turn it by hand.
 *
 * @param tls    null for ws; the feed releases it when it closes
 * @param clock  the feed's time
 * @param random jitter of reconnects
 */
record FeedEnvironment(SslContext tls, FeedClock clock, RandomGenerator random) {

    static FeedClock systemClock() {
        SystemEpochNanoClock epochClock = new SystemEpochNanoClock();
        return new FeedClock(System::nanoTime, epochClock::nanoTime);
    }
}
