/**
 * The wired engine: the rooms below, built from the record of a run, subscribed in ring order, recovered from the
 * previous run, then journaled. Deterministic: it reads no clock, no randomness and no I/O; "now" comes with
 * events, and every decision is written to a log before it takes effect.
 *
 * <pre>
 *   command or strategy -> OrderRequest -> RiskGate -> Decision.OrderPlaced -> OrderGateway
 *   ORDER_ACK -> Orders, Portfolio -> user, strategy
 * </pre>
 *
 * <p>To embed it, make a {@link io.ringside.trading.engine.RunRecord}, add your strategies to
 * {@link io.ringside.trading.settings.StrategyTypes}, and feed events through a {@code Router} to a
 * {@link io.ringside.trading.engine.TradingEngine}, or to a {@link io.ringside.trading.engine.JournaledEngine} whose
 * runs can be recovered and replayed.
 *
 * <p>Rule: uses the rooms below.
 *
 * <p>Read first: {@link io.ringside.trading.engine.TradingEngine}, then {@link io.ringside.trading.desk.TradingDesk}.
 */
package io.ringside.trading.engine;
