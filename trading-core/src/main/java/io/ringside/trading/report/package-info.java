/**
 * What users read: orders, positions, profit, and the answer to {@code /status}.
 *
 * <p>Rule: uses the rooms below; decides nothing.
 *
 * <p>Read first: {@link io.ringside.trading.report.TradeReports}.
 */
package io.ringside.trading.report;
