/**
 * One connection to the venue from handshake to close: subscriptions, keep-alive, silence detection.
 *
 * <p>Dependency rule: may use every room of the feed but {@code io.ringside.feed} itself.
 *
 * <p>Read {@link io.ringside.feed.session.FeedSession} first.
 */
package io.ringside.feed.session;
