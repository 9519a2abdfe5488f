package io.ringside.feed.venue;

/**
 * Reads a venue's text messages in place. Binary messages are counted by the feed and not decoded.
 *
 * <p><em>Threading:</em> the feed's thread. Must allocate nothing for a quote in the venue's usual form.
 */
public interface VenueDecoder {

    /** How many bytes past the end of a message {@link #decode} may read, so that it can load several at once. */
    int slackBytes();

    /**
     * Classifies the message, and fills in the quote if it is one. Never throws, whatever the venue sends.
     *
     * <p>Update ids must increase per symbol: quotes that do not advance are dropped, also when they arrive on a second
     * connection. For a venue without ids the decoder counts.
     *
     * @param quote defined after {@link MessageKind#QUOTE} only
     */
    MessageKind decode(byte[] bytes, int offset, int length, Quote quote);

    /** Why the last request was {@link MessageKind#REJECTED}. */
    String rejection();
}
