package io.ringside.core.ring;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counter;
import org.agrona.collections.IntArrayQueue;

/**
 * Publishes without ever waiting: while the ring is full, the newest event of each key is kept here and the older one
 * of the same key is dropped and counted. Keys leave in the order in which they came, so none starves. What waits is
 * published by the next {@link #publish} or {@link #flush}; the owner calls {@code flush} until it returns true, so the
 * last event before a silence is always delivered.
 *
 * <p><em>Threading:</em> one thread. Memory: one event per key, all allocated at the start.
 */
public final class ConflatingPublisher {

    private final Publisher ring;
    private final Counter conflated;
    private final PipelineEvent[] newest;
    private final boolean[] waits;
    private final IntArrayQueue order;

    /**
     * @param keys       number of different keys, from 0
     * @param conflated counts the events that a newer one replaced
     */
    public ConflatingPublisher(Publisher ring, int keys, Counter conflated) {
        this.ring = ring;
        this.conflated = conflated;
        this.waits = new boolean[keys];
        // One place more than keys, so that it never grows.
        this.order = new IntArrayQueue(Math.max(keys + 1, IntArrayQueue.MIN_CAPACITY), -1);
        this.newest = new PipelineEvent[keys];
        for (int key = 0; key < keys; key++) {
            newest[key] = new PipelineEvent();
        }
    }

    /** Publishes the event, or keeps it as the newest of its key; it may be refilled at once. */
    public void publish(PipelineEvent event, int key) {
        if (!flush() || !ring.tryPublish(event)) {
            keep(event, key);
        }
    }

    /** Keeps the event as the newest of its key without trying to publish it now. */
    public void keep(PipelineEvent event, int key) {
        if (waits[key]) {
            conflated.increment();
        } else {
            waits[key] = true;
            order.addInt(key);
        }
        newest[key].copyFrom(event);
    }

    /** Publishes what waits as far as there is room; true if nothing waits any more. */
    public boolean flush() {
        while (!order.isEmpty()) {
            int key = order.peekInt();
            if (!ring.tryPublish(newest[key])) {
                return false;
            }
            order.pollInt();
            waits[key] = false;
        }
        return true;
    }

    /** How many keys have an event waiting. */
    public int waiting() {
        return order.size();
    }
}
