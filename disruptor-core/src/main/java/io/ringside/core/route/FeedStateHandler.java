package io.ringside.core.route;

import io.ringside.core.event.FeedState;

/**
 * Takes changes in the health of a feed connection.
 *
 * <p>Runs on the ring thread; must not wait, lock or do I/O, and copies what it keeps.
 */
@FunctionalInterface
public interface FeedStateHandler {

    /** The view is valid until this returns. {@code sequence} is the ring's. */
    void onFeedState(FeedState state, long sequence);
}
