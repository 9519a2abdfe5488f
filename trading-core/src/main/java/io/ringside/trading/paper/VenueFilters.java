package io.ringside.trading.paper;

import io.ringside.core.event.Decimals;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;

/**
 * The venue's checks before an order reaches the book, with Binance's error texts. Where Binance values an order at a
 * reference price, an average of the trades of some minutes, the touch that the order would trade against stands in:
 * trades are not known here. Without a touch a limit order passes PERCENT_PRICE_BY_SIDE.
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
        if (!order.isMarket() && isOutsideBand(order, touch)) {
            return FILTER_FAILURE + "PERCENT_PRICE_BY_SIDE";
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
        return isNotionalAccepted(order, touch) ? null : FILTER_FAILURE + "NOTIONAL";
    }

    /**
     * The limits of the whole account. Null when the order may enter.
     *
     * @param ownedBase of the base asset, free and locked
     */
    static String limitRejection(PaperOrder order, Book book, BigDecimal ownedBase) {
        Instrument instrument = order.instrument();
        Filters filters = instrument.filters();
        if (filters.maxPosition().signum() > 0 && order.side() == Side.BUY) {
            BigDecimal after = ownedBase.add(book.openBuys(instrument.baseAsset()))
                .add(order.qtyValue(order.qty()));
            if (after.compareTo(filters.maxPosition()) > 0) {
                return FILTER_FAILURE + "MAX_POSITION";
            }
        }
        boolean isFull = filters.maxOrders() > 0 && !order.isMarket()
            && book.openLimitOrders(instrument.symbolId()) >= filters.maxOrders();
        return isFull ? FILTER_FAILURE + "MAX_NUM_ORDERS" : null;
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

    private static boolean isOutsideBand(PaperOrder order, BookSide touch) {
        return touch.isQuoted() && !order.instrument().filters().percentPrice()
            .accepts(order.side(), price(order, touch), touch.priceValue());
    }

    private static boolean isNotionalAccepted(PaperOrder order, BookSide touch) {
        Notional bounds = order.instrument().filters().notional();
        BigDecimal notional = price(order, touch).multiply(order.qtyValue(order.qty()));
        return !(bounds.hasMinFor(order.isMarket()) && notional.compareTo(bounds.min()) < 0)
            && !(bounds.hasMaxFor(order.isMarket()) && notional.compareTo(bounds.max()) > 0);
    }
}
