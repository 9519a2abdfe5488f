package io.ringside.trading.market;

import io.ringside.trading.decision.Side;
import java.math.BigDecimal;

/**
 * What the venue demands of the orders of one symbol, by the names of Binance's filters. A filter that the venue does
 * not have, or that an older run's record leaves out, is its {@code NONE} or 0, and restricts nothing.
 *
 * <p><em>Threading:</em> immutable; any thread.
 *
 * @param price        accepted limit prices (PRICE_FILTER)
 * @param qty          accepted quantities (LOT_SIZE)
 * @param marketQty    accepted quantities of market orders (MARKET_LOT_SIZE), on the exponent of {@code qty}
 * @param notional     accepted price times quantity (NOTIONAL or MIN_NOTIONAL)
 * @param percentPrice how far limit prices may be from the reference price (PERCENT_PRICE_BY_SIDE or PERCENT_PRICE)
 * @param maxPosition  most of the base asset that an account may own and have on order (MAX_POSITION), 0 for no limit
 * @param maxOrders    most open orders of an account in this symbol (MAX_NUM_ORDERS), 0 for no limit
 */
public record Filters(Grid price, Grid qty, Grid marketQty, Notional notional, PercentPrice percentPrice,
                      BigDecimal maxPosition, int maxOrders) {

    public Filters {
        if (marketQty.exponent() != qty.exponent()) {
            throw new IllegalArgumentException("market quantities have exponent " + marketQty.exponent()
                + ", the others " + qty.exponent());
        }
        notional = notional == null ? Notional.NONE : notional;
        percentPrice = percentPrice == null ? PercentPrice.NONE : percentPrice;
        maxPosition = maxPosition == null ? BigDecimal.ZERO : maxPosition;
        if (maxPosition.signum() < 0 || maxOrders < 0) {
            throw new IllegalArgumentException("maxPosition " + maxPosition + ", maxOrders " + maxOrders
                + ": allowed are 0 and more");
        }
    }

    /** Grids and a minimum notional, and nothing else. */
    public static Filters of(Grid price, Grid qty, Grid marketQty, Notional notional) {
        return new Filters(price, qty, marketQty, notional, PercentPrice.NONE, BigDecimal.ZERO, 0);
    }

    public Filters with(PercentPrice other) {
        return new Filters(price, qty, marketQty, notional, other, maxPosition, maxOrders);
    }

    public Filters with(Notional other) {
        return new Filters(price, qty, marketQty, other, percentPrice, maxPosition, maxOrders);
    }

    /** With other limits for the whole account; 0 for none. */
    public Filters withLimits(BigDecimal position, int orders) {
        return new Filters(price, qty, marketQty, notional, percentPrice, position, orders);
    }

    /**
     * Bounds for price times quantity, in the quote asset.
     *
     * @param min         least, 0 for none
     * @param minOnMarket whether it also holds for market orders (applyMinToMarket)
     * @param max         most, 0 for none
     * @param maxOnMarket whether it also holds for market orders (applyMaxToMarket)
     */
    public record Notional(BigDecimal min, boolean minOnMarket, BigDecimal max, boolean maxOnMarket) {

        public static final Notional NONE = atLeast(BigDecimal.ZERO, false);

        public Notional {
            min = min == null ? BigDecimal.ZERO : min;
            max = max == null ? BigDecimal.ZERO : max;
            if (min.signum() < 0 || max.signum() < 0 || max.signum() > 0 && max.compareTo(min) < 0) {
                throw new IllegalArgumentException("notional from " + min + " to " + max
                    + ": allowed are bounds from 0, min not above max");
            }
        }

        public static Notional atLeast(BigDecimal min, boolean onMarket) {
            return new Notional(min, onMarket, BigDecimal.ZERO, false);
        }

        public boolean hasMinFor(boolean market) {
            return min.signum() > 0 && (minOnMarket || !market);
        }

        public boolean hasMaxFor(boolean market) {
            return max.signum() > 0 && (maxOnMarket || !market);
        }
    }

    /**
     * Bounds for limit prices as multiples of the reference price; a bound of 0 is none.
     *
     * @param bidDown lower bound of buys
     * @param bidUp   upper bound of buys
     * @param askDown lower bound of sells
     * @param askUp   upper bound of sells
     */
    public record PercentPrice(BigDecimal bidDown, BigDecimal bidUp, BigDecimal askDown, BigDecimal askUp) {

        public static final PercentPrice NONE = new PercentPrice(null, null, null, null);

        public PercentPrice {
            bidDown = bidDown == null ? BigDecimal.ZERO : bidDown;
            bidUp = bidUp == null ? BigDecimal.ZERO : bidUp;
            askDown = askDown == null ? BigDecimal.ZERO : askDown;
            askUp = askUp == null ? BigDecimal.ZERO : askUp;
        }

        /** As multiples of the reference price. */
        public BigDecimal down(Side side) {
            return side == Side.BUY ? bidDown : askDown;
        }

        /** As multiples of the reference price; 0 for no bound. */
        public BigDecimal up(Side side) {
            return side == Side.BUY ? bidUp : askUp;
        }

        public boolean restricts(Side side) {
            return down(side).signum() > 0 || up(side).signum() > 0;
        }

        /** As {@code 0.2 to 5}. */
        public String text(Side side) {
            String most = up(side).signum() == 0 ? "any" : Amounts.text(up(side));
            return Amounts.text(down(side)) + " to " + most;
        }

        public boolean accepts(Side side, BigDecimal price, BigDecimal reference) {
            BigDecimal most = up(side).multiply(reference);
            return price.compareTo(down(side).multiply(reference)) >= 0
                && (most.signum() == 0 || price.compareTo(most) <= 0);
        }
    }
}
