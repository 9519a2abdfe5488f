package io.ringside.trading.market;

import io.ringside.core.event.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The values that a venue accepts for a price or a quantity: multiples of a step between two bounds, all as mantissas
 * of one exponent. Binance's filters PRICE_FILTER and LOT_SIZE are of this shape: plain {@code value % step == 0}.
 *
 * <p><em>Threading:</em> immutable; any thread.
 *
 * @param exponent of every mantissa here, from {@link Decimals#MIN_EXPONENT} to 0
 * @param step     at least 1
 * @param min      smallest accepted mantissa, at least 0
 * @param max      largest accepted mantissa, at least {@code min}
 */
public record Grid(int exponent, long step, long min, long max) {

    public Grid {
        if (exponent < Decimals.MIN_EXPONENT || exponent > 0) {
            throw new IllegalArgumentException(
                "exponent is " + exponent + ", allowed are " + Decimals.MIN_EXPONENT + " to 0");
        }
        if (step < 1 || min < 0 || max < min) {
            throw new IllegalArgumentException("step " + step + ", min " + min + ", max " + max
                + ": allowed are steps from 1 and bounds from 0, min not above max");
        }
    }

    public BigDecimal value(long mantissa) {
        return Decimals.toBigDecimal(mantissa, exponent);
    }

    public String text(long mantissa) {
        return Decimals.toString(mantissa, exponent);
    }

    /** The largest multiple of the step that is not above the value; ignores the bounds. */
    public long floor(BigDecimal value) {
        return toStep(value, RoundingMode.FLOOR);
    }

    /** The smallest multiple of the step that is not below the value; ignores the bounds. */
    public long ceiling(BigDecimal value) {
        return toStep(value, RoundingMode.CEILING);
    }

    /** One of {@code parts} equal parts of a mantissa, rounded up to a step. */
    public long ceilingOf(long mantissa, long parts) {
        long part = (mantissa + parts - 1) / parts;
        return part % step == 0 ? part : part + step - part % step;
    }

    public boolean isMultiple(long mantissa) {
        return mantissa % step == 0;
    }

    /** {@link Decimals#NOT_REPRESENTABLE} for a value that no long holds. */
    private long toStep(BigDecimal value, RoundingMode rounding) {
        BigDecimal steps = value.divide(value(step), 0, rounding);
        BigDecimal mantissa = steps.multiply(BigDecimal.valueOf(step));
        return mantissa.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
            ? Decimals.NOT_REPRESENTABLE : mantissa.longValueExact();
    }
}
