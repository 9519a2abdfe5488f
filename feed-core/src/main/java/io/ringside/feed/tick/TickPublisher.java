package io.ringside.feed.tick;

import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.ConflatingPublisher;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.feed.venue.Quote;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The feed's way into the ring: judges each quote, drops update ids that do not advance, gathers the quotes of one read
 * of the socket and publishes them with one claim. It never waits. What the ring has no room for is tried again, at the
 * latest after a millisecond: under conflation the newest per symbol, under back-pressure all of it, and
 * {@link #wantsMore} is false meanwhile.
 *
 * <p><em>Threading:</em> the feed's thread, which also runs the retries. Allocates nothing while there is room.
 */
public final class TickPublisher {

    private static final int BURST = 64;
    private static final long RETRY_US = 1_000;
    private static final long NO_UPDATE = -1;

    /** In a flood the consumer makes room within microseconds: first tries follow at once, later ones by the clock. */
    private static final int QUICK_RETRIES = 500;

    /** One quote in 64 carries the times of its stages: enough for percentiles, too few to cost. */
    private static final int TIMED_MASK = 63;

    private final OverloadPolicy policy;
    private final Publisher ring;
    private final ConflatingPublisher quotesWaiting;
    private final ConflatingPublisher statesWaiting;
    private final Counter accepted;
    private final Counter notAdvancing;
    private final Counter rejected;
    private final FeedClock clock;
    private final ScheduledExecutorService loop;
    private final long[] lastUpdateIds;
    private final PipelineEvent stateEvent = new PipelineEvent();
    private final PipelineEvent[] burst = new PipelineEvent[BURST];
    private final Runnable retry = this::retry;
    private int burstFrom;
    private int burstTo;
    private int quotes;
    private boolean burstTimed;
    private boolean burstStuck;
    private boolean retryScheduled;
    private int quickRetries;
    private Runnable onRoom = () -> { };

    /** For so many symbols, and connection numbers below {@code connections}. */
    public TickPublisher(Publisher ring, int symbols, int connections, OverloadPolicy policy, Counters counters,
                         FeedClock clock, ScheduledExecutorService loop) {
        this.policy = policy;
        this.ring = ring;
        this.accepted = counters.counter("quotes accepted");
        this.quotesWaiting = new ConflatingPublisher(ring, symbols, counters.counter("quotes conflated"));
        this.notAdvancing = counters.counter("quotes not advancing");
        this.rejected = counters.counter("quotes rejected");
        this.statesWaiting = new ConflatingPublisher(ring, connections, counters.counter("feed states conflated"));
        this.clock = clock;
        this.loop = loop;
        this.lastUpdateIds = new long[symbols];
        Arrays.fill(lastUpdateIds, NO_UPDATE);
        Arrays.setAll(burst, i -> new PipelineEvent());
    }

    /** Runs on the feed's thread when {@link #wantsMore} has become true again. */
    public void onRoom(Runnable listener) {
        onRoom = listener;
    }

    /** False while reading should pause. */
    boolean wantsMore() {
        return !burstStuck;
    }

    /** Takes a quote; it is published with the others of its read, see {@link #onReadEnd}. */
    void onQuote(Quote quote, long receivedNs) {
        if (quote.isZeroSided() || quote.isCrossed()) {
            rejected.increment();
            return;
        }
        int symbolId = quote.symbolId();
        if (quote.updateId() <= lastUpdateIds[symbolId]) {
            notAdvancing.increment();
            return;
        }
        lastUpdateIds[symbolId] = quote.updateId();
        accepted.increment();
        PipelineEvent event = burst[burstTo++];
        quote.writeTo(event.tick(), receivedNs, clock.epochNs(receivedNs));
        if ((quotes++ & TIMED_MASK) == 0) {
            event.tick().stampDecoded(clock.nowNs());
            burstTimed = true;
        }
        if (burstTo == BURST) {
            publishBurst();
        }
    }

    /** Counts a quote that could not be read as rejected. */
    void onBadQuote() {
        rejected.increment();
    }

    /** Publishes what the read has brought. What is stuck already is left to the retry, which also ends the pause. */
    void onReadEnd() {
        if (!burstStuck && burstTo > burstFrom) {
            publishBurst();
        }
    }

    /** Publishes a change in a connection's health, after the quotes that came before it. */
    public void onState(int connection, FeedStatus status, String reason) {
        onReadEnd();
        stateEvent.feedState().set(connection, status, clock.epochNs(clock.nowNs()), reason);
        if (flushWaiting()) {
            statesWaiting.publish(stateEvent, connection);
        } else {
            statesWaiting.keep(stateEvent, connection);
        }
        retryLater();
    }

    /** Forgets the newest id, for a connection that follows a lost one: after maintenance ids may start lower. */
    public void forgetUpdateId(int symbolId) {
        lastUpdateIds[symbolId] = NO_UPDATE;
    }

    private void publishBurst() {
        if (burstTimed) {
            stampPublished();
        }
        if (quotesWaiting.waiting() == 0 || quotesWaiting.flush()) {
            burstFrom += ring.tryPublish(burst, burstFrom, burstTo);
        }
        if (policy == OverloadPolicy.CONFLATE) {
            for (; burstFrom < burstTo; burstFrom++) {
                quotesWaiting.keep(burst[burstFrom], burst[burstFrom].tick().symbolId());
            }
        }
        burstStuck = burstFrom < burstTo;
        if (!burstStuck) {
            burstFrom = 0;
            burstTo = 0;
        }
        retryLater();
    }

    private void stampPublished() {
        burstTimed = false;
        long nowNs = clock.nowNs();
        for (int i = burstFrom; i < burstTo; i++) {
            if (burst[i].tick().isTimed()) {
                burst[i].tick().stampPublished(nowNs);
            }
        }
    }

    /** States follow the quotes that came before them. True when nothing waits any more. */
    private boolean flushWaiting() {
        return !burstStuck && quotesWaiting.flush() && statesWaiting.flush();
    }

    private void retryLater() {
        if (retryScheduled || !burstStuck && quotesWaiting.waiting() + statesWaiting.waiting() == 0) {
            return;
        }
        retryScheduled = true;
        if (burstStuck && quickRetries < QUICK_RETRIES) {
            quickRetries++;
            Thread.yield();
            loop.execute(retry);
        } else {
            loop.schedule(retry, RETRY_US, TimeUnit.MICROSECONDS);
        }
    }

    private void retry() {
        retryScheduled = false;
        boolean wasStuck = burstStuck;
        if (burstStuck) {
            publishBurst();
        }
        quickRetries = burstStuck ? quickRetries : 0;
        flushWaiting();
        retryLater();
        if (wasStuck && !burstStuck) {
            onRoom.run();
        }
    }
}
