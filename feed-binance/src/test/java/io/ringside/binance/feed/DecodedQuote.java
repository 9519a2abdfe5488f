package io.ringside.binance.feed;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Tick;
import io.ringside.feed.venue.Quote;
import java.math.BigDecimal;

/** All that a quote says, with its exact decimals. */
record DecodedQuote(int symbolId, long updateId, BigDecimal bidPrice, BigDecimal bidQty, BigDecimal askPrice,
                    BigDecimal askQty) {

    static DecodedQuote of(Quote quote) {
        PipelineEvent event = new PipelineEvent();
        quote.writeTo(event.tick(), 0, 0);
        Tick tick = event.tick();
        return new DecodedQuote(tick.symbolId(), tick.updateId(),
            Decimals.toBigDecimal(tick.bidPrice(), tick.priceExponent()),
            Decimals.toBigDecimal(tick.bidQty(), tick.qtyExponent()),
            Decimals.toBigDecimal(tick.askPrice(), tick.priceExponent()),
            Decimals.toBigDecimal(tick.askQty(), tick.qtyExponent()));
    }

    static DecodedQuote of(int symbolId, long updateId, String bid, String bidQty, String ask, String askQty) {
        return new DecodedQuote(symbolId, updateId, new BigDecimal(bid), new BigDecimal(bidQty), new BigDecimal(ask),
            new BigDecimal(askQty));
    }

    /** Equal values, whatever the number of their decimals. */
    boolean sameValues(DecodedQuote other) {
        return symbolId == other.symbolId && updateId == other.updateId && bidPrice.compareTo(other.bidPrice) == 0
            && bidQty.compareTo(other.bidQty) == 0 && askPrice.compareTo(other.askPrice) == 0
            && askQty.compareTo(other.askQty) == 0;
    }
}
