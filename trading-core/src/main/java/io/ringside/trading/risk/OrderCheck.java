package io.ringside.trading.risk;

import io.ringside.core.event.Tick;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.market.Touch;
import io.ringside.trading.order.OrderRequest;
import java.math.BigDecimal;

/**
 * One order at the risk gate, with the quote that it is measured against.
 *
 * @param tick  newest quote of the symbol, null before the first
 * @param touch best price it could trade at now, null if there is none
 * @param price its limit, or the touch for market orders; null when it has neither
 * @param exit  whether it sells at most what the book of its source holds free
 */
record OrderCheck(OrderRequest request, Tick tick, BigDecimal touch, BigDecimal price, boolean exit,
                  RiskLines lines) {

    static final String NO_QUOTE = "not known without a quote";
    static final String ENTRIES_ONLY = "entries only";

    static OrderCheck of(OrderRequest request, Quotes quotes, boolean exit) {
        Instrument instrument = request.instrument();
        Tick tick = quotes.newest(instrument.symbolId());
        BigDecimal touch = Touch.of(request.side(), tick);
        BigDecimal price = request.type() == OrderType.MARKET ? touch : instrument.price().value(request.price());
        return new OrderCheck(request, tick, touch, price, exit, new RiskLines());
    }

    Instrument instrument() {
        return request.instrument();
    }

    String quoteAsset() {
        return request.instrument().quoteAsset();
    }

    boolean isMarket() {
        return request.type() == OrderType.MARKET;
    }

    BigDecimal qty() {
        return instrument().qty().value(request.qty());
    }

    /** Null when it has no price. */
    BigDecimal notional() {
        return price == null ? null : price.multiply(qty());
    }
}
