package io.ringside.trading.risk;

import io.ringside.trading.account.Ledger;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.order.Orders;
import java.util.function.IntUnaryOperator;

/**
 * What the risk gate looks at.
 *
 * @param connectionOf feed connection that brings the quotes of a symbol id
 */
public record RiskView(RingTime time, Quotes quotes, FeedHealth health, IntUnaryOperator connectionOf, Orders orders,
                       Ledger ledger, TradingState tradingState, LossLimits losses) {
}
