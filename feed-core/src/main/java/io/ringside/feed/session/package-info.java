/**
 * One connection to the venue from its handshake to its end: subscribing, keeping alive, watching for silence.
 *
 * <p>Dependency rule: may use every room of the feed but {@code io.ringside.feed} itself.
 *
 * <p>Read {@link io.ringside.feed.session.FeedSession} first.
 */
package io.ringside.feed.session;
