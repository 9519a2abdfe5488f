package io.ringside.examples;

import io.ringside.core.event.Tick;
import io.ringside.core.route.TickHandler;
import java.util.concurrent.CountDownLatch;

/**
 * A handler of your own: keeps the widest spread in whole basis points, and counts down once per quote. It copies what
 * it needs out of the tick, which is a view of the ring's slot, and neither allocates nor waits.
 *
 * <p><em>Threading:</em> called by the ring's thread; read once the ring is closed.
 */
final class WidestSpread implements TickHandler {

    private static final long BPS = 10_000;

    private final CountDownLatch enough;
    private long quotes;
    private long widestBps;

    WidestSpread(CountDownLatch enough) {
        this.enough = enough;
    }

    @Override
    public void onTick(Tick tick, long sequence) {
        // Both prices have the same exponent, which a ratio does not need.
        long bps = (tick.askPrice() - tick.bidPrice()) * BPS / tick.bidPrice();
        widestBps = Math.max(widestBps, bps);
        quotes++;
        enough.countDown();
    }

    long quotes() {
        return quotes;
    }

    long bps() {
        return widestBps;
    }
}
