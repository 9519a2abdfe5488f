/**
 * The market as the ring thread sees it: instruments and their grids, the newest quotes, the health of the
 * feed, and the time, which is that of the newest event.
 *
 * <p>Rule: floor 2, uses {@code decision}.
 *
 * <p>Read first: {@link io.ringside.trading.market.Instrument}, then {@link io.ringside.trading.market.Quotes}.
 */
package io.ringside.trading.market;
