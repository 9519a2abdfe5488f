/**
 * The strategy that comes with Ringside: buys and sells where two moving averages of the mid price cross.
 *
 * <p>Rule: uses {@code market}, {@code order} and the port in {@code strategy}; only {@code StrategyTypes} knows it.
 *
 * <p>Read first: {@link io.ringside.trading.strategy.crossover.MovingAverageCrossover}.
 */
package io.ringside.trading.strategy.crossover;
