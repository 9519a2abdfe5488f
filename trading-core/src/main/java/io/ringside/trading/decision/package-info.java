/**
 * What the trading core decided, as values, and the contract of the snapshot: facts that the journal keeps, that
 * recovery folds, and that a replay is compared with.
 *
 * <p>Rule: floor 1, uses no other room of this module.
 *
 * <p>Read first: {@link io.ringside.trading.decision.Decision}.
 */
package io.ringside.trading.decision;
