/**
 * The gate that every order passes, its checks and limits, and the state that halts or pauses trading.
 *
 * <p>Rule: uses {@code decision}, {@code market}, {@code order} and {@code account}.
 *
 * <p>Read first: {@link io.ringside.trading.risk.RiskGate}.
 */
package io.ringside.trading.risk;
