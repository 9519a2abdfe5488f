package io.ringside.core.trade;

import java.util.function.IntUnaryOperator;

/**
 * What the risk gate looks at.
 *
 * @param connectionOf feed connection that brings the quotes of a symbol id
 */
public record RiskView(RingTime time, Quotes quotes, FeedHealth health, IntUnaryOperator connectionOf, Orders orders,
                       Ledger ledger, Switches switches, LossWatch losses) {
}
