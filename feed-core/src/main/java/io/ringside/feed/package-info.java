/**
 * Market data from any venue: one feed per venue, which connects, keeps connected, and publishes quotes as TICK events
 * and its health as FEED_STATE events.
 *
 * <p>Dependency rule: knows {@code io.ringside.core} and Netty, and no venue. This package is the top floor: it may
 * use every room below, and none uses it. A venue implements {@link io.ringside.feed.venue.Venue} in a module of its
 * own.
 *
 * <p>Read {@link io.ringside.feed.MarketFeed} first; then, as a quote travels, {@link
 * io.ringside.feed.tick.TickReader}, {@link io.ringside.feed.frame.FrameReader}, the venue's {@link
 * io.ringside.feed.venue.VenueDecoder} and {@link io.ringside.feed.tick.TickPublisher}.
 */
package io.ringside.feed;
