package io.ringside.binance.feed;

import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.KeepAlive;
import io.ringside.feed.venue.StreamPlan;
import io.ringside.feed.venue.Venue;
import io.ringside.feed.venue.VenueDecoder;
import io.ringside.feed.venue.VenueLimits;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Binance's spot bookTicker streams: best bid and ask of each symbol, on every change.
 *
 * <p><em>Threading:</em> any thread.
 */
public final class BinanceVenue implements Venue {

    public static final String PRODUCTION_URL = "wss://stream.binance.com:9443";

    /**
     * Connection attempts: one less than Binance's 300 in 5 minutes and address, for the two clocks need not agree on
     * where the window begins. Frames: one less than its 5 a second, for a close frame must still fit.
     */
    private static final VenueLimits LIMITS = new VenueLimits(299, TimeUnit.MINUTES.toMillis(5), 4, 300);

    @Override
    public List<StreamPlan> plan(Symbols symbols, URI base) {
        return BinanceStreams.of(symbols, base);
    }

    @Override
    public VenueLimits limits() {
        return LIMITS;
    }

    @Override
    public KeepAlive keepAlive() {
        return KeepAlive.afterSilence();
    }

    @Override
    public VenueDecoder newDecoder(Symbols symbols) {
        return new BookTickerDecoder(symbols);
    }
}
