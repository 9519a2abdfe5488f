package io.ringside.example;

import io.ringside.binance.feed.BinanceVenue;
import io.ringside.binance.feed.FeedConfig;
import io.ringside.binance.feed.MarketFeed;
import io.ringside.binance.feed.OverloadPolicy;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.route.Router;
import io.ringside.core.route.TickHandler;
import io.ringside.core.runtime.Counters;
import java.util.concurrent.CountDownLatch;

/** The README's example of a feed with a handler of one's own. */
final class OwnHandler {

    private OwnHandler() {
    }

    static void follow(String url, TickHandler mine, CountDownLatch enough) throws InterruptedException {
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
