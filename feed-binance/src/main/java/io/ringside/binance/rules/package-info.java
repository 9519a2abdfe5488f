/**
 * Binance's trading rules for each symbol, from the venue or, when it does not answer, from the cached last answer.
 *
 * <p>Dependency rule: knows {@code io.ringside.core}, OkHttp and Jackson; never {@code binance.feed}, whose tick path
 * has no HTTP client, nor {@code io.ringside.sim}.
 *
 * <p>Read {@link io.ringside.binance.rules.TradingRules} first; then {@code ExchangeInfo}, which asks the venue, and
 * {@code SymbolRules}, which parses its answer.
 */
package io.ringside.binance.rules;
