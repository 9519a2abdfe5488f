/**
 * Strategies and their port: each reacts to quotes and trades through {@link io.ringside.trading.strategy.Trader}, and
 * is known to the rest only as a {@link io.ringside.trading.strategy.Strategy}.
 *
 * <p>Rule: uses {@code decision}, {@code market} and {@code order}, and no strategy.
 *
 * <p>Read first: {@link io.ringside.trading.strategy.Strategy}, then {@code StrategyHost}.
 */
package io.ringside.trading.strategy;
