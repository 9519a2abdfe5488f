package io.ringside.trading.engine;

import io.ringside.core.command.ReplySink;
import io.ringside.core.event.Origin;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.order.OrderGateway;
import io.ringside.trading.report.StatusText;
import io.ringside.trading.risk.RiskLimits;
import io.ringside.trading.strategy.Strategy;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * What a trading core is made from.
 *
 * @param limits       of the risk gate
 * @param health       of the feed's connections
 * @param connectionOf feed connection that brings the quotes of a symbol id
 * @param gateway      where orders go
 * @param venue        that place, in a word
 * @param strategy     with the parameters of the settings
 * @param strategyOn   whether it is on at the very first start
 * @param runId        of this process, above those of all before it
 * @param alerts       where news go that nobody asked for
 * @param decisions    where decisions are journaled
 * @param replies      where answers go
 * @param status       makes the answer to {@code /status}
 * @param obstacle     why trading cannot be resumed now, in words; null when it can
 */
public record TradingSetup(RiskLimits limits, FeedHealth health, IntUnaryOperator connectionOf, OrderGateway gateway,
                           String venue, Strategy strategy, boolean strategyOn, long runId, Origin alerts,
                           DecisionLog decisions, ReplySink replies, StatusText status, Supplier<String> obstacle) {
}
