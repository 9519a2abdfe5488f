/**
 * Binance's spot market data: which streams to ask for and how, and how its messages are read.
 *
 * <p>Dependency rule: knows {@code io.ringside.core.event}, {@code io.ringside.feed.venue} and Jackson's streaming
 * parser; no Netty, and never {@code io.ringside.sim}.
 *
 * <p>Read {@link io.ringside.binance.feed.BinanceVenue} first, then {@code BookTickerDecoder}.
 */
package io.ringside.binance.feed;
