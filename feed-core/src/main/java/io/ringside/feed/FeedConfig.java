package io.ringside.feed;

import io.ringside.feed.session.FeedTimeouts;
import io.ringside.feed.tick.OverloadPolicy;
import java.net.URI;
import java.util.Objects;

/**
 * Where the feed connects to and how it behaves.
 *
 * @param url             base of the market streams, ws or wss; the venue appends the stream path
 * @param policy          what happens to quotes while the ring is full
 * @param timeouts        when a connection is abandoned
 * @param maxMessageBytes largest message taken, 125 to 16 MiB; a larger one ends the connection
 * @param busyWait        the feed's thread never sleeps and burns a core; only with native epoll on Linux
 * @param firstConnection number of the feed's first connection; numbers are unique in the process, so a second feed
 *                        begins where the first one ends
 */
public record FeedConfig(URI url, OverloadPolicy policy, FeedTimeouts timeouts, int maxMessageBytes,
                         boolean busyWait, int firstConnection) {

    public static final int DEFAULT_MAX_MESSAGE_BYTES = 1 << 20;

    private static final int LARGEST_MAX_MESSAGE_BYTES = 16 << 20;
    private static final int LAST_CONNECTION = 9_999;
    private static final int LAST_PORT = 65_535;
    private static final int SMALLEST_MAX_MESSAGE_BYTES = 125;

    public FeedConfig {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(timeouts, "timeouts");
        String scheme = url.getScheme();
        if (!"ws".equals(scheme) && !"wss".equals(scheme) || url.getHost() == null) {
            throw new IllegalArgumentException(
                "url is '" + url + "', allowed are ws://HOST[:PORT] and wss://HOST[:PORT]");
        }
        if (url.getPort() == 0 || url.getPort() > LAST_PORT) {
            throw new IllegalArgumentException("url is '" + url + "', allowed are ports from 1 to " + LAST_PORT);
        }
        if (url.getQuery() != null || url.getFragment() != null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("url is '" + url + "', allowed are a scheme, a host, a port and a path");
        }
        if (maxMessageBytes < SMALLEST_MAX_MESSAGE_BYTES || maxMessageBytes > LARGEST_MAX_MESSAGE_BYTES) {
            throw new IllegalArgumentException("maxMessageBytes is " + maxMessageBytes + ", allowed are "
                + SMALLEST_MAX_MESSAGE_BYTES + " to " + LARGEST_MAX_MESSAGE_BYTES);
        }
        if (firstConnection < 0 || firstConnection > LAST_CONNECTION) {
            throw new IllegalArgumentException(
                "firstConnection is " + firstConnection + ", allowed are 0 to " + LAST_CONNECTION);
        }
    }

    /** Default timeouts and limits. Throws {@link IllegalArgumentException} for a malformed URL. */
    public static FeedConfig of(String url, OverloadPolicy policy) {
        return new FeedConfig(URI.create(url), policy, FeedTimeouts.DEFAULT, DEFAULT_MAX_MESSAGE_BYTES, false, 0);
    }

    public FeedConfig with(FeedTimeouts newTimeouts) {
        return new FeedConfig(url, policy, newTimeouts, maxMessageBytes, busyWait, firstConnection);
    }

    public FeedConfig withBusyWait(boolean burnsACore) {
        return new FeedConfig(url, policy, timeouts, maxMessageBytes, burnsACore, firstConnection);
    }

    public FeedConfig withFirstConnection(int number) {
        return new FeedConfig(url, policy, timeouts, maxMessageBytes, busyWait, number);
    }

    boolean secure() {
        return "wss".equals(url.getScheme());
    }
}
