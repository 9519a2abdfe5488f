package io.ringside.core.ring;

/**
 * A hand-over from one producer thread to one consumer thread, which counts arrivals.
 *
 * <p><em>Threading:</em> one producer, which also closes it.
 */
interface Hop extends AutoCloseable {

    /** Capacity of every hop compared. */
    int SLOTS = RingConfig.DEFAULT_SLOTS;

    /** False when it is full. */
    boolean tryPublish();

    /** How many have arrived. */
    long handled();

    @Override
    void close();

    /** Publishes that many without a pause, then waits until all have arrived. */
    default long burst(int count, long publishedBefore) {
        flood(count);
        long published = publishedBefore + count;
        while (handled() < published) {
            Thread.onSpinWait();
        }
        return published;
    }

    /** Publishes that many, each as soon as there is room. */
    default void flood(int count) {
        for (int i = 0; i < count; i++) {
            while (!tryPublish()) {
                Thread.onSpinWait();
            }
        }
    }
}
