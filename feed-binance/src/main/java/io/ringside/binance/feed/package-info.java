/**
 * Market data from Binance: connects, keeps connected, decodes bookTicker messages in place and publishes them as TICK
 * events, and its health as FEED_STATE events.
 *
 * <p>Dependency rule: knows {@code io.ringside.core} and Netty, and never {@code io.ringside.sim}.
 *
 * <p>Read {@link io.ringside.binance.feed.MarketFeed} first; then, as a quote travels, {@code TickReader}, {@code
 * FrameReader}, {@code BookTickerDecoder} and {@code TickPublisher}.
 */
package io.ringside.binance.feed;
