/**
 * WebSocket frames: unwraps received ones in place, and sends ours at the pace that a venue allows.
 *
 * <p>Dependency rule: bottom floor, uses no other room of the feed.
 *
 * <p>Read {@link io.ringside.feed.frame.FrameReader} first.
 */
package io.ringside.feed.frame;
