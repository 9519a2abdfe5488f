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
 * @param filters         what the venue demands of orders
 * @param basePrecision   decimals in which the venue keeps accounts of the base asset
 * @param quotePrecision  decimals in which the venue keeps accounts of the quote asset
 * @param fees            rates
 * @param trading         false while the venue takes no orders for it
 */
public record Instrument(int symbolId, String symbol, String baseAsset, String quoteAsset, Filters filters,
                         int basePrecision, int quotePrecision, Fees fees, boolean trading) {

    private static final int DEFAULT_PRECISION = 8;

    /** An instrument with {@link Fees#DEFAULT} and accounts of 8 decimals, named by its assets, open for orders. */
    public static Instrument of(int symbolId, String baseAsset, String quoteAsset, Filters filters) {
        return new Instrument(symbolId, baseAsset + quoteAsset, baseAsset, quoteAsset, filters, DEFAULT_PRECISION,
            DEFAULT_PRECISION, Fees.DEFAULT, true);
    }

    /** As above; market orders follow the same rules as limit orders. */
    public static Instrument of(int symbolId, String baseAsset, String quoteAsset, Grid price, Grid qty,
                                BigDecimal minNotional) {
        return of(symbolId, baseAsset, quoteAsset,
            Filters.of(price, qty, qty, Filters.Notional.atLeast(minNotional, true)));
    }

    public Instrument with(Fees otherFees) {
        return new Instrument(symbolId, symbol, baseAsset, quoteAsset, filters, basePrecision, quotePrecision,
            otherFees, trading);
    }

    public Instrument with(Filters otherFilters) {
        return new Instrument(symbolId, symbol, baseAsset, quoteAsset, otherFilters, basePrecision, quotePrecision,
            fees, trading);
    }

    /** The same rules, while the venue takes orders or does not. */
    public Instrument whileTrading(boolean isTrading) {
        return new Instrument(symbolId, symbol, baseAsset, quoteAsset, filters, basePrecision, quotePrecision, fees,
            isTrading);
    }

    /** Accepted limit prices. */
    public Grid price() {
        return filters.price();
    }

    /** Accepted quantities of limit orders; its exponent is that of all quantities. */
    public Grid qty() {
        return filters.qty();
    }

    /** Accepted quantities of market orders. */
    public Grid marketQty() {
        return filters.marketQty();
    }

    /** Exact price times quantity. */
    public BigDecimal notional(long priceMantissa, long qtyMantissa) {
        return price().value(priceMantissa).multiply(qty().value(qtyMantissa));
    }

    /**
     * The largest multiple of the step that one market order at about that price may have; 0 when not even one step
     * fits.
     */
    public long mostPerMarketOrder(BigDecimal atPrice) {
        Grid grid = marketQty();
        long most = grid.max() - grid.max() % grid.step();
        if (!filters.notional().hasMaxFor(true)) {
            return most;
        }
        BigDecimal steps = filters.notional().max()
            .divideToIntegralValue(atPrice.multiply(grid.value(grid.step())));
        return Math.max(grid.floor(steps.multiply(grid.value(grid.step())).min(grid.value(most))), 0);
    }

    /** The quantity grid for that type of order. */
    public Grid qty(OrderType type) {
        return type == OrderType.MARKET ? filters.marketQty() : filters.qty();
    }
}
