package io.ringside.feed.venue;

/**
 * How to ping a venue. The feed always pings after a silence; some venues ask for more, or do not accept WebSocket's
 * own ping.
 *
 * @param text    the ping as a text message, whose answer is {@link MessageKind#PONG}; empty for WebSocket's own ping
 * @param everyMs ping at this interval even while data flows; 0 for only after a silence
 */
public record KeepAlive(String text, long everyMs) {

    public KeepAlive {
        if (everyMs < 0) {
            throw new IllegalArgumentException("everyMs is " + everyMs + ", allowed are 0 and more");
        }
    }

    /** WebSocket's own ping, after a silence. */
    public static KeepAlive afterSilence() {
        return new KeepAlive("", 0);
    }
}
