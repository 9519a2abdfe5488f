package io.ringside.binance.feed;

import io.ringside.sim.quote.QuoteOutlet;
import io.ringside.sim.quote.QuoteSource;

/** The test itself says what the exchange sends. */
final class NoQuotes implements QuoteSource {

    @Override
    public void open() {
        // nothing to acquire
    }

    @Override
    public void start(QuoteOutlet outlet) {
        // silent
    }

    @Override
    public void onOutletChanged() {
        // silent
    }

    @Override
    public void close() {
        // nothing to release
    }
}
