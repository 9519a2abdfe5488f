package io.ringside.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringside.core.event.Decimals;
import io.ringside.trading.market.Grid;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Makes grids of Binance's filters PRICE_FILTER, LOT_SIZE and MARKET_LOT_SIZE. A part that is 0 or missing is switched
 * off: the step is then one unit of the asset's last decimal, a least value the smallest above zero, and there is no
 * largest value.
 *
 * <p>A grid's exponent is that of its step without the zeros at its end. Only multiples of the step count, so a bound
 * between two of the exponent's values moves inwards without changing what is accepted. A largest value that no long
 * holds becomes {@link Long#MAX_VALUE}, which again changes nothing: no mantissa is larger.
 *
 * <p><em>Threading:</em> pure functions. All throw {@link IllegalArgumentException} for rules that contradict
 * themselves or that no grid can hold.
 */
final class FilterGrids {

    /** Binance's decimals: no sign, no exponent. Bounds what {@link BigDecimal} has to read. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private FilterGrids() {
    }

    /**
     * @param precision decimals of the quote asset
     */
    static Grid price(JsonNode priceFilter, int precision) {
        return grid(decimal(priceFilter, "tickSize"), decimal(priceFilter, "minPrice"),
            decimal(priceFilter, "maxPrice"), precision);
    }

    /**
     * @param precision decimals of the base asset
     */
    static Grid qty(JsonNode lotSize, int precision) {
        return grid(decimal(lotSize, "stepSize"), decimal(lotSize, "minQty"), decimal(lotSize, "maxQty"), precision);
    }

    /** Market orders obey LOT_SIZE and MARKET_LOT_SIZE both; the latter mostly has neither a step nor a least value. */
    static Grid marketQty(JsonNode marketLotSize, Grid qty) {
        BigDecimal step = decimal(marketLotSize, "stepSize");
        BigDecimal min = decimal(marketLotSize, "minQty");
        BigDecimal max = decimal(marketLotSize, "maxQty");
        return new Grid(qty.exponent(),
            step.signum() == 0 ? qty.step() : commonStep(qty, step),
            Math.max(qty.min(), leastOf(min, qty.exponent())),
            max.signum() == 0 ? qty.max() : Math.min(qty.max(), largestOf(max, qty.exponent())));
    }

    /** 0 for a missing one. */
    static BigDecimal decimal(JsonNode filter, String name) {
        JsonNode value = filter.path(name);
        if (value.isMissingNode()) {
            return BigDecimal.ZERO;
        }
        if (!DECIMAL.matcher(value.asText()).matches()) {
            throw new IllegalArgumentException(name + " is not a decimal");
        }
        return new BigDecimal(value.asText());
    }

    private static Grid grid(BigDecimal step, BigDecimal min, BigDecimal max, int precision) {
        BigDecimal unit = step.signum() == 0 ? BigDecimal.ONE.movePointLeft(precision) : step;
        int exponent = -Math.max(0, unit.stripTrailingZeros().scale());
        if (exponent < Decimals.MIN_EXPONENT) {
            throw new IllegalArgumentException("step " + unit.toPlainString() + " has more than "
                + -Decimals.MIN_EXPONENT + " decimals");
        }
        return new Grid(exponent, fitting(mantissa(unit, exponent, RoundingMode.UNNECESSARY), unit),
            leastOf(min, exponent), max.signum() == 0 ? Long.MAX_VALUE : largestOf(max, exponent));
    }

    private static long leastOf(BigDecimal min, int exponent) {
        return Math.max(1, fitting(mantissa(min, exponent, RoundingMode.CEILING), min));
    }

    private static long largestOf(BigDecimal max, int exponent) {
        return mantissa(max, exponent, RoundingMode.FLOOR).min(LARGEST).longValue();
    }

    /** The smallest step whose multiples are multiples of both; on the exponent of the first, as it is one of its. */
    private static long commonStep(Grid qty, BigDecimal other) {
        int exponent = Math.min(qty.exponent(), -other.scale());
        BigInteger first = mantissa(qty.value(qty.step()), exponent, RoundingMode.UNNECESSARY);
        BigInteger second = mantissa(other, exponent, RoundingMode.UNNECESSARY);
        BigInteger common = first.divide(first.gcd(second)).multiply(second);
        BigDecimal step = new BigDecimal(common, -exponent);
        return fitting(mantissa(step, qty.exponent(), RoundingMode.UNNECESSARY), step);
    }

    private static BigInteger mantissa(BigDecimal value, int exponent, RoundingMode rounding) {
        return value.setScale(-exponent, rounding).unscaledValue();
    }

    private static long fitting(BigInteger mantissa, BigDecimal value) {
        if (mantissa.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(value.toPlainString() + " is too large for its step");
        }
        return mantissa.longValue();
    }
}
