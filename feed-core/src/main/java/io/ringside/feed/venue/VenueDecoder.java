package io.ringside.feed.venue;

/**
 * Reads a venue's text messages in place. Binary messages are counted by the feed and not decoded.
 *
 * <p><em>Threading:</em> the feed's thread. Must allocate nothing for a quote in the venue's usual form.
 */
public interface VenueDecoder {

    /** How many bytes behind the end of a message {@link #decode} may read, so that it can load several at once. */
    int slackBytes();

    /**
     * Says what the message is, and fills in the quote if it is one. Never throws for what a venue sends.
     *
     * <p>An update id rises with each quote of a symbol: what does not advance is dropped, also when it comes over a
     * second connection. A venue that tells none is given one here, by counting.
     *
     * @param quote defined after {@link MessageKind#QUOTE} only
     */
    MessageKind decode(byte[] bytes, int offset, int length, Quote quote);

    /** Why the last request was {@link MessageKind#REFUSED}. */
    String refusal();
}
