/**
 * Strategies: each decides on quotes and trades through {@link io.ringside.core.trade.Trader}, and is known to the rest
 * only as a {@link io.ringside.core.trade.Strategy}.
 *
 * <p>Rule: uses {@code event} and {@code trade}; nothing of {@code core} uses it.
 *
 * <p>Read first: {@code MovingAverageCrossover}.
 */
package io.ringside.core.strategy;
