package io.ringside.binance.feed;

/** Hears what becomes of a session. All calls on the feed's thread. */
interface SessionOwner {

    /** A quote has come, and is published when this returns. Called for each one. */
    void onQuote(FeedSession session);

    /** Connected, but no quote for longer than the limit. */
    void onStale(FeedSession session, String reason);

    /** The venue, or the session's age, asks for a new connection while this one still works. */
    void onRenewalDue(FeedSession session, String reason);

    /**
     * The session has ended; called once, as the last.
     *
     * @param minDelayMs how long the venue asks to stay away, 0 if it does not say
     */
    void onEnded(FeedSession session, String reason, long minDelayMs);
}
