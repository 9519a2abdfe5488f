/**
 * The gate that every order passes, its checks and limits, and the tradingState that stop or pause trading.
 *
 * <p>Rule: floor 4, uses {@code decision}, {@code market}, {@code order} and {@code account}.
 *
 * <p>Read first: {@link io.ringside.trading.risk.RiskGate}.
 */
package io.ringside.trading.risk;
