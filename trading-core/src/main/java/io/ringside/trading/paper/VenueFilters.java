package io.ringside.trading.paper;

import io.ringside.core.event.Decimals;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;

/**
 * The venue's checks before an order reaches the book, with Binance's error texts.
 *
 * <p><em>Threading:</em> pure functions.
 */
final class VenueFilters {

    static final String CLOSED = "Market is closed.";
    static final String NO_QUOTE = "No quote to trade against.";
    private static final String FILTER_FAILURE = "Filter failure: ";

    private VenueFilters() {
    }

    /** Null when the order may enter. */
    static String rejection(PaperOrder order, BookSide touch) {
        Instrument instrument = order.instrument();
        if (!instrument.trading()) {
            return CLOSED;
        }
        if (!order.isMarket() && !accepts(instrument.price(), order.price(), order.priceExponent())) {
            return FILTER_FAILURE + "PRICE_FILTER";
        }
        // LOT_SIZE also rules market orders: the step of MARKET_LOT_SIZE is switched off for nearly all symbols.
        if (!accepts(instrument.qty(), order.qty(), order.qtyExponent())) {
            return FILTER_FAILURE + "LOT_SIZE";
        }
        if (order.isMarket() && !accepts(instrument.marketQty(), order.qty(), order.qtyExponent())) {
            return FILTER_FAILURE + "MARKET_LOT_SIZE";
        }
        if (order.isMarket() && !touch.isQuoted()) {
            return NO_QUOTE;
        }
        return isTooSmall(order, touch) ? FILTER_FAILURE + "NOTIONAL" : null;
    }

    /** The price that an order is valued at before it trades. */
    static BigDecimal price(PaperOrder order, BookSide touch) {
        return order.isMarket() ? touch.priceValue() : order.priceValue();
    }

    /** What lies between two of the grid's values is below 0 there. */
    private static boolean accepts(Grid grid, long placed, int exponent) {
        long mantissa = Decimals.rescale(placed, exponent, grid.exponent());
        return mantissa > 0 && mantissa >= grid.min() && mantissa <= grid.max() && grid.isMultiple(mantissa);
    }

    private static boolean isTooSmall(PaperOrder order, BookSide touch) {
        Instrument instrument = order.instrument();
        if (order.isMarket() && !instrument.filters().notional().minOnMarket()) {
            return false;
        }
        BigDecimal notional = price(order, touch).multiply(order.qtyValue(order.qty()));
        return notional.compareTo(instrument.filters().notional().min()) < 0;
    }
}
