package io.ringside.trading.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The venue's commission on one execution, taken from what is received. It is rounded up to the precision of the
 * asset's account, so that paper never looks cheaper than it is, but never above what is received.
 */
record Commission(BigDecimal amount, String asset) {

    private static final int LONG_BITS = 63;

    static Commission of(BigDecimal received, BigDecimal rate, int precision, String asset) {
        BigDecimal amount = received.multiply(rate).setScale(precision, RoundingMode.UP)
            .min(received.setScale(precision, RoundingMode.DOWN));
        while (amount.unscaledValue().bitLength() > LONG_BITS) {
            // What no mantissa can report is not charged.
            amount = amount.setScale(amount.scale() - 1, RoundingMode.DOWN);
        }
        return new Commission(amount, asset);
    }

    long mantissa() {
        return amount.unscaledValue().longValueExact();
    }

    int exponent() {
        return -amount.scale();
    }
}
