package io.ringside.feed.tick;

/** What the feed does with quotes while the ring is full. */
public enum OverloadPolicy {
    /** Keeps the newest quote per symbol and reads on; replaced quotes are counted. For live trading. */
    CONFLATE,
    /**
     * Stops reading the socket until there is room; nothing is conflated. The venue may drop the connection meanwhile.
     * For replays and measurements.
     */
    BACKPRESSURE
}
