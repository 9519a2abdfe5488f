package io.ringside.feed.session;

import java.util.concurrent.TimeUnit;

/**
 * When a connection is slow, silent or old. All lengths in milliseconds, from 1 to one day.
 *
 * @param connectMs   TCP, TLS and WebSocket handshake, each
 * @param frameMs     no frame of any kind for this long: the connection is abandoned
 * @param pingAfterMs no frame for this long: we send a ping
 * @param pongMs      no answer to that ping, nor any other frame, for this long: the connection is abandoned
 * @param staleMs     no quote for this long: the connection is STALE
 * @param dataMs      no quote for this long although pings are answered: the connection is abandoned
 * @param renewMs     age at which a connection is replaced by a new one, before the venue ends it
 */
public record FeedTimeouts(long connectMs, long frameMs, long pingAfterMs, long pongMs, long staleMs, long dataMs,
                           long renewMs) {

    public static final FeedTimeouts DEFAULT = new FeedTimeouts(10_000, 60_000, 15_000, 10_000, 30_000, 300_000,
        TimeUnit.HOURS.toMillis(23));

    public FeedTimeouts {
        check("connectMs", connectMs);
        check("frameMs", frameMs);
        check("pingAfterMs", pingAfterMs);
        check("pongMs", pongMs);
        check("staleMs", staleMs);
        check("dataMs", dataMs);
        check("renewMs", renewMs);
    }

    public FeedTimeouts withFrameMs(long newFrameMs) {
        return new FeedTimeouts(connectMs, newFrameMs, pingAfterMs, pongMs, staleMs, dataMs, renewMs);
    }

    private static void check(String name, long valueMs) {
        if (valueMs < 1 || valueMs > TimeUnit.DAYS.toMillis(1)) {
            throw new IllegalArgumentException(name + " is " + valueMs + ", allowed are 1 ms to one day");
        }
    }
}
