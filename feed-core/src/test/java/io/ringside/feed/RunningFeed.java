package io.ringside.feed;

import io.netty.handler.ssl.SslContext;
import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.runtime.Counters;
import io.ringside.feed.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A feed into a real ring whose consumer records; reconnects wait 0 ms. Venues' tests use it as well. */
public final class RunningFeed implements AutoCloseable {

    public static final long DEADLINE_S = 10;

    private final List<String> states = new ArrayList<>();
    private final List<Long> updateIds = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Counters counters = new Counters();
    private final EventRing ring;
    private final MarketFeed feed;
    private volatile boolean blocked;

    public RunningFeed(Venue venue, FeedConfig config, Symbols symbols, int slots, SslContext tls) {
        ring = new EventRing(new RingConfig(slots, WaitMode.BLOCKING, "ring", 2_000),
            (event, sequence, endOfBatch) -> record(event), failure -> { });
        RandomGenerator noJitter = () -> 0;
        feed = new MarketFeed(venue, config, symbols, ring, counters, tls, noJitter);
        ring.start();
    }

    public static RunningFeed of(Venue venue, FeedConfig config, String... symbols) {
        return new RunningFeed(venue, config, Symbols.of(symbols), 1024, null);
    }

    public MarketFeed feed() {
        return feed;
    }

    public RunningFeed start() {
        feed.start();
        return this;
    }

    /** From the next event on the consumer stands still. */
    public void block() {
        blocked = true;
    }

    public void unblock() {
        gate.countDown();
    }

    public synchronized List<Long> updateIds() {
        return List.copyOf(updateIds);
    }

    /** Status and reason of each FEED_STATE. */
    public synchronized List<String> states() {
        return List.copyOf(states);
    }

    public long count(String counter) {
        return counters.all().stream().filter(c -> c.name().equals(counter)).findFirst().orElseThrow().value();
    }

    public void awaitUpdateId(long updateId) {
        await("update id " + updateId, () -> updateIds().contains(updateId));
    }

    public void awaitState(String start) {
        await("state " + start, () -> states().stream().anyMatch(state -> state.startsWith(start)));
    }

    public void awaitStates(String... starts) {
        await("states " + List.of(starts), () -> {
            List<String> seen = states();
            int next = 0;
            for (String state : seen) {
                next += next < starts.length && state.startsWith(starts[next]) ? 1 : 0;
            }
            return next == starts.length;
        });
    }

    public void await(String what, Supplier<Boolean> condition) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_S);
        while (!condition.get()) {
            if (System.nanoTime() - deadlineNs > 0) {
                throw new AssertionError("not seen: " + what + "; states " + states() + ", ids " + updateIds());
            }
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    @Override
    public void close() {
        unblock();
        feed.close();
        ring.close();
    }

    private void record(PipelineEvent event) throws InterruptedException {
        if (blocked && !gate.await(DEADLINE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the consumer was never released");
        }
        synchronized (this) {
            if (event.type() == EventType.TICK) {
                updateIds.add(event.tick().updateId());
            } else {
                states.add(event.feedState().status() + " " + event.feedState().reason());
            }
        }
    }
}
