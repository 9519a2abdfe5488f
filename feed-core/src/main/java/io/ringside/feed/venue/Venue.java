package io.ringside.feed.venue;

import io.ringside.core.event.Symbols;
import java.net.URI;
import java.util.List;

/**
 * What a feed must know of a venue: which streams to ask for and how, what may be sent, what keeps a connection alive,
 * and how its messages are read. Everything else (connecting, watching, renewing, publishing) is the feed's.
 *
 * <p>A venue holds no connection and no state; one instance may serve several feeds.
 *
 * <p><em>Threading:</em> any thread.
 */
public interface Venue {

    /**
     * Spreads the symbols over as few connections as the venue's limits allow.
     *
     * @param base where the feed's configuration points to
     * @return one plan per connection; each symbol is in exactly one of them
     */
    List<StreamPlan> plan(Symbols symbols, URI base);

    VenueLimits limits();

    KeepAlive keepAlive();

    /** A decoder for all connections of one feed, which calls it on one thread. */
    VenueDecoder newDecoder(Symbols symbols);
}
