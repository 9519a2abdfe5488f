/**
 * The port that a venue implements, as {@code feed-binance} does, and its values.
 *
 * <p>Dependency rule: bottom floor, uses no other room of the feed and no Netty.
 *
 * <p>Read {@link io.ringside.feed.venue.Venue} first, then {@link io.ringside.feed.venue.VenueDecoder}.
 */
package io.ringside.feed.venue;
