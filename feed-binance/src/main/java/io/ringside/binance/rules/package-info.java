/**
 * Binance's trading rules for each symbol, from the venue or, until it answers, from the cached last answer.
 *
 * <p>Rule: uses {@code io.ringside.core}, {@code io.ringside.trading}, {@code feed.connect.RetryAfter}, OkHttp and
 * Jackson; never {@code binance.feed}, whose tick path has no HTTP client, nor {@code io.ringside.sim}.
 *
 * <p>Read {@link io.ringside.binance.rules.TradingRules} first; then {@code ExchangeInfo}, which asks the venue, and
 * {@code SymbolRules}, which parses its answer.
 */
package io.ringside.binance.rules;
