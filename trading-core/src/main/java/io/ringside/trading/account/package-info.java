/**
 * What the account holds and has earned: balances, positions, fills, profit. Exact to the last digit.
 *
 * <p>Rule: uses {@code decision}, {@code market}, {@code order} and {@code ledger}.
 *
 * <p>Read first: {@link io.ringside.trading.account.Portfolio}.
 */
package io.ringside.trading.account;
