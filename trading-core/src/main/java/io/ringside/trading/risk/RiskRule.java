package io.ringside.trading.risk;

import java.util.Arrays;

/** The checks of the gate. The code is what the journal stores with a rejected order; it never changes. */
enum RiskRule {
    HALTED(1, "trading halted"),
    PAUSED(2, "paused"),
    SYMBOL(3, "symbol trading"),
    FEED(4, "feed state"),
    QUOTE_AGE(5, "max quote age"),
    QUANTITY(6, "quantity"),
    PRICE(7, "price"),
    MIN_NOTIONAL(8, "min notional"),
    FREE_BALANCE(9, "free balance"),
    MAX_NOTIONAL(10, "max order notional"),
    MAX_POSITION(11, "max position"),
    OPEN_ORDERS(12, "max open orders"),
    ORDER_RATE(13, "max orders per minute"),
    PRICE_BAND(14, "price band"),
    DAILY_LOSS(15, "daily loss"),
    DRAWDOWN(16, "drawdown"),
    VENUE_MAX_NOTIONAL(17, "venue max notional"),
    VENUE_PRICE_BAND(18, "venue price band"),
    VENUE_MAX_POSITION(19, "venue max position"),
    VENUE_OPEN_ORDERS(20, "venue open orders"),
    OWN_BOOK(21, "own book");

    private final int code;
    private final String check;

    RiskRule(int code, String check) {
        this.code = code;
        this.check = check;
    }

    /** 0 for a check that has no code. */
    static int codeOf(String check) {
        return Arrays.stream(values()).filter(rule -> rule.check.equals(check)).mapToInt(rule -> rule.code).findFirst()
            .orElse(0);
    }
}
