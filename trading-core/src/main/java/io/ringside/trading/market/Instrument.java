package io.ringside.trading.market;

import io.ringside.trading.decision.OrderType;
import java.math.BigDecimal;

/**
 * What the venue allows for one symbol, and in which assets it trades. Base and quote are what the venue says; they
 * cannot be derived from the symbol's name.
 *
 * <p><em>Threading:</em> immutable; any thread.
 *
 * @param symbolId        id in {@link io.ringside.core.event.Symbols}
 * @param symbol          its name
 * @param baseAsset       what is bought and sold
 * @param quoteAsset      what is paid with
 * @param price           accepted limit prices (PRICE_FILTER)
 * @param qty             accepted quantities (LOT_SIZE)
 * @param marketQty       accepted quantities of market orders (MARKET_LOT_SIZE), on the exponent of {@code qty}
 * @param minNotional     minimum price times quantity (NOTIONAL or MIN_NOTIONAL), 0 for none
 * @param minOnMarket     whether the minimum notional also holds for market orders
 * @param basePrecision   decimals in which the venue keeps accounts of the base asset
 * @param quotePrecision  decimals in which the venue keeps accounts of the quote asset
 * @param fees            rates
 * @param trading         false while the venue takes no orders for it
 */
public record Instrument(int symbolId, String symbol, String baseAsset, String quoteAsset, Grid price, Grid qty,
                         Grid marketQty, BigDecimal minNotional, boolean minOnMarket, int basePrecision,
                         int quotePrecision, Fees fees, boolean trading) {

    private static final int DEFAULT_PRECISION = 8;

    public Instrument {
        if (marketQty.exponent() != qty.exponent()) {
            throw new IllegalArgumentException("market quantities of " + symbol + " have exponent "
                + marketQty.exponent() + ", the others " + qty.exponent());
        }
    }

    /**
     * An instrument whose market orders follow the same rules as limit orders, with {@link Fees#DEFAULT} and accounts
     * of 8 decimals, named by its assets, open for orders.
     */
    public static Instrument of(int symbolId, String baseAsset, String quoteAsset, Grid price, Grid qty,
                                BigDecimal minNotional) {
        return new Instrument(symbolId, baseAsset + quoteAsset, baseAsset, quoteAsset, price, qty, qty, minNotional,
            true, DEFAULT_PRECISION, DEFAULT_PRECISION, Fees.DEFAULT, true);
    }

    public Instrument with(Fees otherFees) {
        return new Instrument(symbolId, symbol, baseAsset, quoteAsset, price, qty, marketQty, minNotional, minOnMarket,
            basePrecision, quotePrecision, otherFees, trading);
    }

    /** Exact price times quantity. */
    public BigDecimal notional(long priceMantissa, long qtyMantissa) {
        return price.value(priceMantissa).multiply(qty.value(qtyMantissa));
    }

    /** The quantity grid for that type of order. */
    public Grid qty(OrderType type) {
        return type == OrderType.MARKET ? marketQty : qty;
    }
}
