/**
 * Every order and every acknowledgement goes through here: request, plan, risk gate, journal, gateway; then order,
 * account, user, strategy, plan.
 *
 * <p>Rule: uses the rooms below.
 *
 * <p>Read first: {@link io.ringside.trading.desk.TradingDesk}, then {@link io.ringside.trading.desk.AckDesk}; for what
 * takes several orders {@link io.ringside.trading.desk.PlanDesk}.
 */
package io.ringside.trading.desk;
