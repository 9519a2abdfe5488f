package io.ringside.examples;

import io.ringside.binance.feed.BinanceVenue;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.route.Router;
import io.ringside.core.route.TickHandler;
import io.ringside.core.runtime.Counters;
import io.ringside.feed.FeedConfig;
import io.ringside.feed.MarketFeed;
import io.ringside.feed.tick.OverloadPolicy;
import java.util.concurrent.CountDownLatch;

/** A program of its own: a feed, the ring and one handler, until the handler has seen enough. */
public final class OwnHandler {

    private static final int QUOTES = 100;

    private OwnHandler() {
    }

    /** Takes the base URL of the streams; without one it connects to Binance. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(run(arguments.length == 0 ? BinanceVenue.PRODUCTION_URL : arguments[0]));
    }

    /** Blocks until 100 quotes have come. */
    static String run(String url) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(QUOTES);
        WidestSpread spread = new WidestSpread(enough);
        follow(url, spread, enough);
        return "widest spread of " + spread.quotes() + " quotes: " + spread.bps() + " bps";
    }

    private static void follow(String url, TickHandler mine, CountDownLatch enough) throws InterruptedException {
        // README begin
        Symbols symbols = Symbols.of("BTCUSDT", "ETHUSDT");
        Counters counters = new Counters();
        Router router = new Router(System::nanoTime, counters.counter("handlers failed")).onTick("mine", mine);
        try (EventRing ring = new EventRing(RingConfig.of("ring", WaitMode.BLOCKING), router, death -> System.exit(1));
             MarketFeed feed = new MarketFeed(new BinanceVenue(),
                 FeedConfig.of(url, OverloadPolicy.CONFLATE), symbols, ring, counters)) {
            ring.start();
            feed.start();
            enough.await();
        }
        // README end
    }
}
