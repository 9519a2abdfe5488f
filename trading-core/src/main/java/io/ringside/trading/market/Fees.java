package io.ringside.trading.market;

import java.math.BigDecimal;

/**
 * The venue's fee rates, as a fraction of what is received: 0.001 is 0.1 %.
 *
 * @param maker rate for an order that rested in the book, from 0 to below 1
 * @param taker rate for an order that took from it, from 0 to below 1
 */
public record Fees(BigDecimal maker, BigDecimal taker) {

    /** 0.1 % each: Binance's standard spot rates without any discount. */
    public static final Fees DEFAULT = new Fees(new BigDecimal("0.001"), new BigDecimal("0.001"));

    public Fees {
        check("maker", maker);
        check("taker", taker);
    }

    private static void check(String name, BigDecimal rate) {
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(name + " rate is " + rate + ", allowed are 0 to below 1");
        }
    }
}
