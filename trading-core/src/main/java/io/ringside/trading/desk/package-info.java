/**
 * Every order and every acknowledgement goes through here: request, risk gate, journal, gateway; then order, account,
 * user, strategy.
 *
 * <p>Rule: uses the rooms below.
 *
 * <p>Read first: {@link io.ringside.trading.desk.TradingDesk}, then {@link io.ringside.trading.desk.AckDesk}.
 */
package io.ringside.trading.desk;
