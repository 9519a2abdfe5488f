/**
 * The one ring, what publishes into it without waiting, and who watches it.
 *
 * <pre>
 *   feed-io   ConflatingPublisher -- tryPublish --+
 *   tg-poll, console-in ------------- publish ----+--> EventRing --> consumer thread: Router --> handlers
 *   timer     TimerSource ---------- tryPublish --+        ^
 *               +-- RingMonitor ------- samples -----------+
 * </pre>
 *
 * <p>With {@link io.ringside.core.ring.WaitMode#SHARED_THREAD} there is no consumer thread: feed-io handles what it
 * publishes itself, and the others have it woken.
 *
 * <p>{@code tryPublish} never waits; {@code publish} waits for a bounded time, and never on the consumer thread.
 *
 * <p>Rule: uses {@code event} and {@code runtime}; knows nothing of {@code route}, whose router it is given as a plain
 * event handler.
 *
 * <p>Read first: {@link io.ringside.core.ring.EventRing}.
 */
package io.ringside.core.ring;
