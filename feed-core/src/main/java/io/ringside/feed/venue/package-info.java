/**
 * What a venue must say of itself: the port that {@code feed-binance} implements, and the values it speaks in.
 *
 * <p>Dependency rule: bottom floor, uses no other room of the feed and no Netty.
 *
 * <p>Read {@link io.ringside.feed.venue.Venue} first, then {@link io.ringside.feed.venue.VenueDecoder}.
 */
package io.ringside.feed.venue;
