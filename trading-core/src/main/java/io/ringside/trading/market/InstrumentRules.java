package io.ringside.trading.market;

import io.ringside.core.event.Rules;
import io.ringside.core.event.Rules.Value;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Filters.PercentPrice;
import java.math.BigDecimal;

/**
 * An instrument in a RULES event, and back.
 *
 * <p><em>Threading:</em> pure functions.
 */
public final class InstrumentRules {

    private InstrumentRules() {
    }

    /** True if an event can hold the number: a long its digits, a byte its exponent. */
    public static boolean fits(BigDecimal value) {
        return value.unscaledValue().bitLength() < Long.SIZE && (byte) -value.scale() == -value.scale();
    }

    /** Throws {@link ArithmeticException} for a number that does not fit. */
    public static void write(Instrument instrument, long epochNs, Rules rules) {
        Filters filters = instrument.filters();
        Notional notional = filters.notional();
        rules.set(instrument.symbolId(), epochNs,
            (instrument.trading() ? Rules.TRADING : 0) + (notional.minOnMarket() ? Rules.MIN_ON_MARKET : 0)
                + (notional.maxOnMarket() ? Rules.MAX_ON_MARKET : 0), instrument.baseAsset(), instrument.quoteAsset());
        rules.putLimits(instrument.basePrecision(), instrument.quotePrecision(), filters.maxOrders());
        put(rules, filters.price(), Value.PRICE_STEP, Value.PRICE_MIN, Value.PRICE_MAX);
        put(rules, filters.qty(), Value.QTY_STEP, Value.QTY_MIN, Value.QTY_MAX);
        put(rules, filters.marketQty(), Value.MARKET_QTY_STEP, Value.MARKET_QTY_MIN, Value.MARKET_QTY_MAX);
        put(rules, Value.NOTIONAL_MIN, notional.min());
        put(rules, Value.NOTIONAL_MAX, notional.max());
        put(rules, Value.BID_DOWN, filters.percentPrice().bidDown());
        put(rules, Value.BID_UP, filters.percentPrice().bidUp());
        put(rules, Value.ASK_DOWN, filters.percentPrice().askDown());
        put(rules, Value.ASK_UP, filters.percentPrice().askUp());
        put(rules, Value.MAX_POSITION, filters.maxPosition());
        put(rules, Value.MAKER_FEE, instrument.fees().maker());
        put(rules, Value.TAKER_FEE, instrument.fees().taker());
    }

    /** Throws {@link IllegalArgumentException} for rules that contradict themselves. */
    public static Instrument read(Rules rules, int symbolId, String symbol) {
        Notional notional = new Notional(rules.value(Value.NOTIONAL_MIN), rules.has(Rules.MIN_ON_MARKET),
            rules.value(Value.NOTIONAL_MAX), rules.has(Rules.MAX_ON_MARKET));
        PercentPrice percentPrice = new PercentPrice(rules.value(Value.BID_DOWN), rules.value(Value.BID_UP),
            rules.value(Value.ASK_DOWN), rules.value(Value.ASK_UP));
        Filters filters = new Filters(
            grid(rules, Value.PRICE_STEP, Value.PRICE_MIN, Value.PRICE_MAX),
            grid(rules, Value.QTY_STEP, Value.QTY_MIN, Value.QTY_MAX),
            grid(rules, Value.MARKET_QTY_STEP, Value.MARKET_QTY_MIN, Value.MARKET_QTY_MAX),
            notional, percentPrice, rules.value(Value.MAX_POSITION), rules.maxOrders());
        return new Instrument(symbolId, symbol, rules.baseAsset(), rules.quoteAsset(), filters, rules.basePrecision(),
            rules.quotePrecision(), new Fees(rules.value(Value.MAKER_FEE), rules.value(Value.TAKER_FEE)),
            rules.has(Rules.TRADING));
    }

    private static void put(Rules rules, Grid grid, Value step, Value min, Value max) {
        rules.put(step, grid.step(), grid.exponent());
        rules.put(min, grid.min(), grid.exponent());
        rules.put(max, grid.max(), grid.exponent());
    }

    private static void put(Rules rules, Value value, BigDecimal decimal) {
        rules.put(value, decimal.unscaledValue().longValueExact(), -decimal.scale());
    }

    private static Grid grid(Rules rules, Value step, Value min, Value max) {
        return new Grid(rules.exponent(step), rules.mantissa(step), rules.mantissa(min), rules.mantissa(max));
    }
}
