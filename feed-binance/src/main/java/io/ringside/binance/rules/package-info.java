/**
 * What concerns orders at Binance: today the trading rules of the symbols, from the venue or from the last time it
 * answered.
 *
 * <p>Dependency rule: knows {@code io.ringside.core}, OkHttp and Jackson; never {@code binance.feed}, whose tick path
 * has no HTTP client, nor {@code io.ringside.sim}.
 *
 * <p>Read {@link io.ringside.binance.rules.TradingRules} first; then {@code ExchangeInfo}, which asks, and {@code
 * SymbolRules}, which understands.
 */
package io.ringside.binance.rules;
