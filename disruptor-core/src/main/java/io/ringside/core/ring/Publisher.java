package io.ringside.core.ring;

import io.ringside.core.event.PipelineEvent;

/**
 * The way into the ring.
 *
 * <p><em>Threading:</em> any number of producer threads. An event is copied into the ring, so the caller may
 * refill its own at once. After the ring has closed, or its consumer has died, nothing is accepted.
 */
public interface Publisher {

    /**
     * Never waits. Returns false, and leaves no trace, when the ring is full or closed. On a thread that the ring's
     * consumer shares, the event is handled before this returns.
     */
    boolean tryPublish(PipelineEvent event);

    /**
     * Publishes {@code events[from]} to {@code events[to - 1]} in this order as far as there is room, never waits, and
     * returns how many it took. Those taken cost one claim and one wake-up of the consumer together where they fit.
     */
    default int tryPublish(PipelineEvent[] events, int from, int to) {
        int next = from;
        while (next < to && tryPublish(events[next])) {
            next++;
        }
        return next - from;
    }

    /**
     * Waits for room, at most {@code timeoutNs}, and returns false when none came, when the ring is closed, or when
     * the thread is interrupted (its interrupt flag stays set).
     *
     * @param onClaimed runs when the slot is certain and the event not yet visible to the consumer, so that what it
     *                  says is said before any answer to the event. It must be quick and must not throw or publish:
     *                  the ring waits for it.
     * @throws IllegalStateException on the consumer thread, which would wait for itself
     */
    boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed);
}
