package io.ringside.trading.account;

import java.math.BigDecimal;

/**
 * What trading has earned, counted in one asset, since the very first start: of one source or of all. How it is counted
 * is described at {@link Portfolio}; commissions that are in no profit are in {@link Profits#otherFees()}.
 *
 * @param asset      in which it is counted
 * @param realised   proceeds minus cost of what was sold
 * @param unrealised worth minus cost of what is held
 * @param fees       commissions, at their cost
 */
public record Profit(String asset, BigDecimal realised, BigDecimal unrealised, BigDecimal fees) {

    static Profit none(String asset) {
        return new Profit(asset, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Realised and unrealised, less fees. */
    public BigDecimal net() {
        return realised.add(unrealised).subtract(fees);
    }

    Profit plus(BigDecimal moreRealised, BigDecimal moreUnrealised, BigDecimal moreFees) {
        return new Profit(asset, realised.add(moreRealised), unrealised.add(moreUnrealised), fees.add(moreFees));
    }

    Profit plus(Profit other) {
        return plus(other.realised, other.unrealised, other.fees);
    }
}
