package io.ringside.trading.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as users read them: plain digits without trailing zeros. Threading: pure functions. */
public final class Amounts {

    private static final int SHOWN_DECIMALS = 8;

    private Amounts() {
    }

    /** All digits. */
    public static String text(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** {@code unit} is empty for what is only counted. */
    public static String text(BigDecimal amount, String unit) {
        return unit.isEmpty() ? text(amount) : text(amount) + " " + unit;
    }

    /** At most 8 decimals, towards 0: an amount that reached a limit never reads as one that did not. */
    public static BigDecimal cut(BigDecimal amount) {
        return amount.scale() <= SHOWN_DECIMALS ? amount : amount.setScale(SHOWN_DECIMALS, RoundingMode.DOWN);
    }
}
