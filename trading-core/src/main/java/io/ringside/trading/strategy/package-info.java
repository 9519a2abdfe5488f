/**
 * Strategies and their port: each reacts to quotes and trades through {@link io.ringside.trading.strategy.Trader}, and
 * is known to the rest only as a {@link io.ringside.trading.strategy.Strategy}.
 *
 * <p>Rule: floor 4, uses {@code decision}, {@code market} and {@code order}.
 *
 * <p>Read first: {@link io.ringside.trading.strategy.Strategy}, then {@code MovingAverageCrossover}.
 */
package io.ringside.trading.strategy;
