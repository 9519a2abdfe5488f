package io.ringside.binance.feed;

import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Publisher;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.ConflatingPublisher;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The feed's way into the ring: judges each quote, drops update ids that do not advance, and never waits. What the ring
 * has no room for is kept, newest per symbol, and tried again every millisecond. Under back-pressure {@link #wantsMore}
 * turns false meanwhile, so that at most one quote per connection is ever kept and none is superseded.
 *
 * <p><em>Threading:</em> the feed's thread, which also runs the retries.
 */
final class TickPublisher {

    private static final long RETRY_US = 1_000;
    private static final long NO_UPDATE = -1;

    private final OverloadPolicy policy;
    private final ConflatingPublisher ring;
    private final FeedCounters counters;
    private final FeedClock clock;
    private final ScheduledExecutorService loop;
    private final long[] lastUpdateIds;
    private final PipelineEvent event = new PipelineEvent();
    private Runnable onRoom = () -> { };
    private boolean retryScheduled;

    TickPublisher(Publisher ring, Symbols symbols, int connections, OverloadPolicy policy, FeedCounters counters,
                  FeedClock clock, ScheduledExecutorService loop) {
        this.policy = policy;
        this.ring = new ConflatingPublisher(ring, symbols.size() + connections, counters.superseded());
        this.counters = counters;
        this.clock = clock;
        this.loop = loop;
        this.lastUpdateIds = new long[symbols.size()];
        Arrays.fill(lastUpdateIds, NO_UPDATE);
    }

    /** Runs on the feed's thread when {@link #wantsMore} has become true again. */
    void onRoom(Runnable listener) {
        onRoom = listener;
    }

    /** False while reading should pause. */
    boolean wantsMore() {
        return policy == OverloadPolicy.CONFLATE || ring.waiting() == 0;
    }

    void onQuote(Quote quote, long receivedNs) {
        if (quote.isZeroSided() || quote.isCrossed()) {
            counters.refused().increment();
            return;
        }
        int symbolId = quote.symbolId();
        if (quote.updateId() <= lastUpdateIds[symbolId]) {
            counters.notAdvancing().increment();
            return;
        }
        lastUpdateIds[symbolId] = quote.updateId();
        counters.accepted().increment();
        quote.writeTo(event.tick(), receivedNs, clock.epochNs(receivedNs));
        publish(symbolId);
    }

    void onState(int connection, FeedStatus status, String reason) {
        event.feedState().set(connection, status, clock.epochNs(clock.nowNs()), reason);
        publish(lastUpdateIds.length + connection);
    }

    /**
     * Lets the ids of a symbol begin anew. For a connection that follows a lost one: after maintenance or a testnet's
     * reset ids may start lower, and a strict memory would then drop every quote for ever.
     */
    void forgetUpdateId(int symbolId) {
        lastUpdateIds[symbolId] = NO_UPDATE;
    }

    private void publish(int key) {
        ring.publish(event, key);
        if (ring.waiting() > 0) {
            scheduleRetry();
        }
    }

    private void scheduleRetry() {
        if (!retryScheduled) {
            retryScheduled = true;
            loop.schedule(this::retry, RETRY_US, TimeUnit.MICROSECONDS);
        }
    }

    private void retry() {
        retryScheduled = false;
        if (ring.flush()) {
            onRoom.run();
        } else {
            scheduleRetry();
        }
    }
}
