package io.ringside.feed.venue;

import io.ringside.core.event.Symbols;
import java.net.URI;
import java.util.List;

/**
 * What a feed needs to know about a venue: which streams to subscribe to and how, its limits, its keep-alive, and how
 * to decode its messages. Everything else (connecting, watching, renewing, publishing) belongs to the feed.
 *
 * <p>Implementations are stateless; one instance may serve several feeds.
 *
 * <p><em>Threading:</em> any thread.
 */
public interface Venue {

    /**
     * Spreads the symbols over as few connections as the venue's limits allow.
     *
     * @param base the URL of the feed's configuration
     * @return one plan per connection; each symbol is in exactly one of them
     */
    List<StreamPlan> plan(Symbols symbols, URI base);

    VenueLimits limits();

    KeepAlive keepAlive();

    /** A decoder for all connections of one feed, which calls it on one thread. */
    VenueDecoder newDecoder(Symbols symbols);
}
