package io.ringside.feed.venue;

/**
 * A venue's limits for its clients, less a safety margin.
 *
 * @param connectAttempts within a window, over all connections of a feed
 * @param connectWindowMs length of that window
 * @param framesPerSecond sent on one connection, without a close frame
 * @param textDistanceMs  least time between two requests of one connection
 */
public record VenueLimits(int connectAttempts, long connectWindowMs, int framesPerSecond, long textDistanceMs) {

    public VenueLimits {
        if (connectAttempts < 1 || connectWindowMs < 1 || framesPerSecond < 1 || textDistanceMs < 0) {
            throw new IllegalArgumentException("limits are " + connectAttempts + " attempts in " + connectWindowMs
                + " ms, " + framesPerSecond + " frames per second, " + textDistanceMs
                + " ms between requests; allowed are 1 and more, and 0 and more for the last");
        }
    }
}
