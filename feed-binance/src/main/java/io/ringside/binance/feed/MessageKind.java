package io.ringside.binance.feed;

/** What a text message from the venue turned out to be. */
enum MessageKind {
    /** A bookTicker quote of one of our symbols; the values are in the {@link Quote}. */
    QUOTE,
    /** A bookTicker quote of a symbol that we did not ask for. */
    UNKNOWN_SYMBOL,
    /** A bookTicker message whose numbers are missing, no decimals, or do not fit. */
    BAD_QUOTE,
    /** Answer to a control message: done. */
    CONFIRMED,
    /** Answer to a control message: refused. */
    REFUSED,
    /** The venue is about to close the connection (since 2026-05). */
    SERVER_SHUTDOWN,
    /** Well-formed, and nothing that we use. */
    OTHER,
    /** No JSON. */
    MALFORMED
}
