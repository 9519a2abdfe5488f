package io.ringside.feed.venue;

/** The kind of a text message from the venue. */
public enum MessageKind {
    /** A quote of one of our symbols; the values are in the {@link Quote}. */
    QUOTE,
    /** A quote of a symbol that we did not ask for. */
    UNKNOWN_SYMBOL,
    /** A quote whose numbers are missing, no decimals, or do not fit. */
    BAD_QUOTE,
    /** Answer to a request: done. */
    CONFIRMED,
    /** Answer to a request: rejected; {@link VenueDecoder#rejection} says why. */
    REJECTED,
    /** Answer to a ping that is a text, see {@link KeepAlive}. */
    PONG,
    /** The venue is about to close the connection and still serves it: time for a new one. */
    SERVER_SHUTDOWN,
    /** Well-formed, but not used. */
    OTHER,
    /** Not in the format of the venue. */
    MALFORMED
}
