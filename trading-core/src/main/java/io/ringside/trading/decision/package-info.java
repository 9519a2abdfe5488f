/**
 * What the trading core decided, as values: facts that the journal stores, recovery folds, and a replay is compared
 * with. Also the contract of snapshots.
 *
 * <p>Rule: uses no other room of this module.
 *
 * <p>Read first: {@link io.ringside.trading.decision.Decision}.
 */
package io.ringside.trading.decision;
