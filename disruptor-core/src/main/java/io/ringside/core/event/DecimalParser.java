package io.ringside.core.event;

/**
 * Parses decimals as Binance writes them: digits, or digits, a point and digits. No sign, no exponent, no comma, no
 * space, no lone point, ASCII digits only (the pattern quoted in Binance's error -1100).
 *
 * <p>All digits of the text are kept, so that 0.10 reads as 10 x 10^-2. Zeros after the point are dropped only when
 * the mantissa would not fit otherwise; what still does not fit a long, or has a digit beyond the 18th place, is
 * rejected, and so is a text of more than 64 characters.
 *
 * <p><em>Threading:</em> one thread; reuse one instance, {@link #parse} allocates nothing.
 */
public final class DecimalParser {

    private static final int MAX_CHARS = 64;

    private long mantissa;
    private int exponent;

    /** Returns false, with no value to read, unless the whole text is one number that fits. */
    public boolean parse(CharSequence text) {
        mantissa = 0;
        exponent = 0;
        int length = text.length();
        if (length == 0 || length > MAX_CHARS || !isDigit(text.charAt(0)) || !isDigit(text.charAt(length - 1))) {
            return false;
        }
        int point = pointIn(text);
        if (point < -1) {
            return false;
        }
        if (take(text, point, length)) {
            return true;
        }
        return point > 0 && take(text, point, lengthWithoutZeros(text, point));
    }

    public long mantissa() {
        return mantissa;
    }

    public int exponent() {
        return exponent;
    }

    /** Index of the point, -1 without one, -2 for a text that is not a number. */
    private static int pointIn(CharSequence text) {
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (!isDigit(c)) {
                return -2;
            }
        }
        return point;
    }

    private boolean take(CharSequence text, int point, int end) {
        int fractionDigits = point < 0 || end <= point ? 0 : end - point - 1;
        if (fractionDigits > -Decimals.MIN_EXPONENT) {
            return false;
        }
        long value = 0;
        for (int i = 0; i < end; i++) {
            if (i == point) {
                continue;
            }
            int digit = text.charAt(i) - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                return false;
            }
            value = value * 10 + digit;
        }
        mantissa = value;
        exponent = -fractionDigits;
        return true;
    }

    /** Drops the zeros that end the fraction, and the point when nothing is left of it. */
    private static int lengthWithoutZeros(CharSequence text, int point) {
        int end = text.length();
        while (end > point + 1 && text.charAt(end - 1) == '0') {
            end--;
        }
        return end == point + 1 ? point : end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
