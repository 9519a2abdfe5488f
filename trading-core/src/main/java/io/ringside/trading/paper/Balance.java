package io.ringside.trading.paper;

import java.math.BigDecimal;

/**
 * What an account holds of one asset; neither part is ever below 0.
 *
 * @param free   can be traded with
 * @param locked set aside for open orders
 */
public record Balance(BigDecimal free, BigDecimal locked) {

    static final Balance NOTHING = new Balance(BigDecimal.ZERO, BigDecimal.ZERO);

    public BigDecimal total() {
        return free.add(locked);
    }
}
