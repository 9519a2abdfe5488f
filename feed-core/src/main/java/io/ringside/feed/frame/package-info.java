/**
 * WebSocket frames: unwraps received frames in place, and sends ours within a venue's rate limit.
 *
 * <p>Dependency rule: bottom floor, uses no other room of the feed.
 *
 * <p>Read {@link io.ringside.feed.frame.FrameReader} first.
 */
package io.ringside.feed.frame;
