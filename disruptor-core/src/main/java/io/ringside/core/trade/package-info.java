/**
 * Trading on the ring's thread: instruments, orders and their states, the ledger of balances, positions and profit, the
 * risk gate, the desk that every order passes, and the commands of people. Deterministic: it reads no clock, no
 * randomness and no I/O; "now" comes with events, and every decision is written to a log before it takes effect.
 *
 * <pre>
 *   command or strategy -> OrderRequest -> RiskGate -> Decision.OrderPlaced -> OrderGateway
 *   ORDER_ACK -> Orders, Ledger -> people, strategy
 * </pre>
 *
 * <p>Rule: uses {@code event}, {@code route} and {@code runtime}.
 *
 * <p>Read first: {@link io.ringside.core.trade.TradingCore}, the wiring, then {@link
 * io.ringside.core.trade.TradingDesk}.
 */
package io.ringside.core.trade;
