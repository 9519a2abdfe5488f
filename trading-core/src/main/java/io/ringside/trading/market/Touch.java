package io.ringside.trading.market;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.Tick;
import io.ringside.trading.decision.Side;
import java.math.BigDecimal;

/** The best price on the side of the book that an order would take from. Threading: pure functions. */
public final class Touch {

    private Touch() {
    }

    /** Ask for a buy, bid for a sale; null without a quote, or when that side of the book is empty. */
    public static BigDecimal of(Side side, Tick tickOrNull) {
        if (tickOrNull == null) {
            return null;
        }
        long mantissa = side == Side.BUY ? tickOrNull.askPrice() : tickOrNull.bidPrice();
        return mantissa <= 0 ? null : Decimals.toBigDecimal(mantissa, tickOrNull.priceExponent());
    }
}
