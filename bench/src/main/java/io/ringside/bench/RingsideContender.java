package io.ringside.bench;

import io.ringside.bench.frame.SampleFrames;
import io.ringside.bench.measure.Arrivals;
import io.ringside.binance.feed.BinanceVenue;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.Publisher;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.feed.FeedConfig;
import io.ringside.feed.MarketFeed;
import io.ringside.feed.tick.OverloadPolicy;
import java.util.Locale;

/** Ringside as a user runs it: feed, ring, router, handler. Threading: as {@link Contender}. */
final class RingsideContender implements Contender {

    private final WaitMode waitMode;
    private final int slots;
    private final boolean busyWait;
    private EventRing ring;
    private MarketFeed feed;

    private RingsideContender(WaitMode waitMode, int slots, boolean busyWait) {
        this.waitMode = waitMode;
        this.slots = slots;
        this.busyWait = busyWait;
    }

    /**
     * @param busyWait the feed's thread never sleeps
     */
    static RingsideContender withRing(WaitMode waitMode, int slots, boolean busyWait) {
        return new RingsideContender(waitMode, slots, busyWait);
    }

    /** Router and handler run on the feed's own thread. */
    static RingsideContender withoutRing(boolean busyWait) {
        return new RingsideContender(null, 0, busyWait);
    }

    @Override
    public String name() {
        return "ringside, " + (waitMode == null ? "no ring" : waitMode.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void start(int port, Arrivals arrivals) {
        Counters counters = new Counters();
        Router router = new Router(System::nanoTime, counters.counter("handlers failed"))
            .onTick("rig", (tick, sequence) -> arrivals.onTick(tick.updateId()));
        FeedConfig config = FeedConfig.of("ws://127.0.0.1:" + port, OverloadPolicy.BACKPRESSURE)
            .withBusyWait(busyWait);
        feed = new MarketFeed(new BinanceVenue(), config, SampleFrames.symbols(), publisher(router), counters);
        if (ring != null) {
            ring.start(feed.thread());
        }
        feed.start();
    }

    @Override
    public void close() {
        if (feed != null) {
            feed.close();
        }
        if (ring != null) {
            ring.close();
        }
    }

    private Publisher publisher(Router router) {
        if (waitMode == null) {
            return new DirectPublisher(router);
        }
        RingConfig config =
            new RingConfig(slots, waitMode, ThreadNames.RING, RingConfig.DEFAULT_DRAIN_TIMEOUT_MS);
        ring = new EventRing(config, router,
            death -> System.err.println("the ring's consumer died: " + death));
        return ring;
    }
}
