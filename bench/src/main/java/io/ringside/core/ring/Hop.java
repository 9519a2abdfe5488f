package io.ringside.core.ring;

/**
 * A way from one producer thread to one consumer thread, which counts what arrives.
 *
 * <p><em>Threading:</em> one producer, who also closes.
 */
interface Hop extends AutoCloseable {

    /** Capacity of every hop that is compared. */
    int SLOTS = RingConfig.DEFAULT_SLOTS;

    /** False when it is full. */
    boolean tryPublish();

    /** How many have arrived. */
    long handled();

    @Override
    void close();

    /** Publishes so many without a pause, then waits until all have arrived. */
    default long burst(int count, long publishedBefore) {
        flood(count);
        long published = publishedBefore + count;
        while (handled() < published) {
            Thread.onSpinWait();
        }
        return published;
    }

    /** Publishes so many as soon as there is room. */
    default void flood(int count) {
        for (int i = 0; i < count; i++) {
            while (!tryPublish()) {
                Thread.onSpinWait();
            }
        }
    }
}
