package io.ringside.trading.account;

import java.math.BigDecimal;

/**
 * What trading has earned in one quote asset, over all symbols that are paid with it, since the very first start.
 *
 * <p>To the last digit: {@code change of cash + worth of positions = realised + unrealised - fees + holdingsSold}, for
 * an asset that is only paid and received in trades of those symbols. Commissions in third assets are not in here: the
 * balance of that asset falls, see {@link Portfolio#otherFees()}.
 *
 * @param realised     proceeds minus cost of what was sold
 * @param unrealised   worth minus cost of what is held
 * @param fees         commissions in the quote asset, and those in the base asset at the price of their fill
 * @param holdingsSold proceeds of sales of what was held before; no profit
 */
public record Profit(String quoteAsset, BigDecimal realised, BigDecimal unrealised, BigDecimal fees,
                     BigDecimal holdingsSold) {

    static Profit none(String quoteAsset) {
        return new Profit(quoteAsset, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Realised and unrealised, less fees. */
    public BigDecimal net() {
        return realised.add(unrealised).subtract(fees);
    }

    Profit plus(Position position, BigDecimal markOrNull) {
        return new Profit(quoteAsset, realised.add(position.realised()),
            unrealised.add(position.unrealised(markOrNull)), fees.add(position.fees()),
            holdingsSold.add(position.holdingsSold()));
    }
}
