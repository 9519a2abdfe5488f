package io.ringside.core.event;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Exact decimals as {@code mantissa x 10^exponent}: compare, rescale, print. Parsing is {@link DecimalParser}'s.
 *
 * <p>A mantissa is any long but {@link Long#MIN_VALUE}, which says "not representable"; an exponent is from
 * {@link #MIN_EXPONENT} to {@link #MAX_EXPONENT}. Nothing is ever rounded or wrapped silently.
 *
 * <p><em>Threading:</em> pure functions.
 */
public final class Decimals {

    /** Returned by {@link #rescale} if the value does not fit, or would lose digits. */
    public static final long NOT_REPRESENTABLE = Long.MIN_VALUE;

    public static final int MIN_EXPONENT = -18;
    public static final int MAX_EXPONENT = 18;

    private static final int MAX_POWER = 18;
    private static final long[] POWERS_OF_TEN = powersOfTen();

    private Decimals() {
    }

    /** 10 to the power of {@code n}, for n from 0 to 18. */
    public static long powerOfTen(int n) {
        return POWERS_OF_TEN[n];
    }

    /** The same value at another exponent, or {@link #NOT_REPRESENTABLE}. */
    public static long rescale(long mantissa, int fromExponent, int toExponent) {
        int shift = fromExponent - toExponent;
        if (shift == 0 || mantissa == 0) {
            return mantissa;
        }
        if (shift > MAX_POWER || shift < -MAX_POWER) {
            return NOT_REPRESENTABLE;
        }
        return shift > 0 ? multiply(mantissa, POWERS_OF_TEN[shift]) : divide(mantissa, POWERS_OF_TEN[-shift]);
    }

    /** As {@link Long#compare}, of the values. */
    public static int compare(long mantissa, int exponent, long otherMantissa, int otherExponent) {
        if (exponent == otherExponent) {
            return Long.compare(mantissa, otherMantissa);
        }
        int lower = Math.min(exponent, otherExponent);
        long left = rescale(mantissa, exponent, lower);
        long right = rescale(otherMantissa, otherExponent, lower);
        if (left == NOT_REPRESENTABLE || right == NOT_REPRESENTABLE) {
            return toBigDecimal(mantissa, exponent).compareTo(toBigDecimal(otherMantissa, otherExponent));
        }
        return Long.compare(left, right);
    }

    /** For money arithmetic off the tick path. */
    public static BigDecimal toBigDecimal(long mantissa, int exponent) {
        return new BigDecimal(BigInteger.valueOf(mantissa), -exponent);
    }

    public static String toString(long mantissa, int exponent) {
        return append(new StringBuilder(24), mantissa, exponent).toString();
    }

    /** Plain notation with all digits that the exponent has: 6842312000000 x 10^-8 is 68423.12000000. */
    public static StringBuilder append(StringBuilder out, long mantissa, int exponent) {
        if (exponent >= 0) {
            return out.append(mantissa).append("0".repeat(mantissa == 0 ? 0 : exponent));
        }
        if (mantissa < 0) {
            out.append('-');
        }
        String digits = Long.toString(Math.abs(mantissa));
        int fractionDigits = -exponent;
        int wholeDigits = digits.length() - fractionDigits;
        if (wholeDigits <= 0) {
            return out.append("0.").append("0".repeat(-wholeDigits)).append(digits);
        }
        return out.append(digits, 0, wholeDigits).append('.').append(digits, wholeDigits, digits.length());
    }

    private static long multiply(long mantissa, long factor) {
        long high = Math.multiplyHigh(mantissa, factor);
        long low = mantissa * factor;
        boolean fits = high == 0 && low >= 0 || high == -1 && low < 0;
        return fits ? low : NOT_REPRESENTABLE;
    }

    private static long divide(long mantissa, long divisor) {
        return mantissa % divisor == 0 ? mantissa / divisor : NOT_REPRESENTABLE;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[MAX_POWER + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
