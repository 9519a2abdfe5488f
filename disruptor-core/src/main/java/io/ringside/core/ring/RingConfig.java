package io.ringside.core.ring;

import java.util.Objects;

/**
 * Size and wait mode of a ring.
 *
 * @param slots          a power of two from 2 to 1,048,576; a slot takes 256 bytes and some views
 * @param waitMode       how the consumer waits
 * @param threadName     name of the consumer thread, at most 15 characters
 * @param drainTimeoutMs how long {@link EventRing#close()} waits for published events to be handled
 */
public record RingConfig(int slots, WaitMode waitMode, String threadName, long drainTimeoutMs) {

    public static final int DEFAULT_SLOTS = 1024;
    public static final long DEFAULT_DRAIN_TIMEOUT_MS = 2_000;

    private static final int MAX_SLOTS = 1 << 20;
    private static final int MAX_THREAD_NAME = 15;

    public RingConfig {
        Objects.requireNonNull(waitMode, "waitMode");
        if (slots < 2 || slots > MAX_SLOTS || Integer.bitCount(slots) != 1) {
            throw new IllegalArgumentException(
                "slots is " + slots + ", allowed are powers of two from 2 to " + MAX_SLOTS);
        }
        if (threadName.isEmpty() || threadName.length() > MAX_THREAD_NAME) {
            throw new IllegalArgumentException("threadName is '" + threadName + "', allowed are 1 to 15 characters");
        }
        if (drainTimeoutMs < 0) {
            throw new IllegalArgumentException("drainTimeoutMs is " + drainTimeoutMs + ", allowed are 0 and more");
        }
    }

    /** 1024 slots and the default drain timeout. */
    public static RingConfig of(String threadName, WaitMode waitMode) {
        return new RingConfig(DEFAULT_SLOTS, waitMode, threadName, DEFAULT_DRAIN_TIMEOUT_MS);
    }
}
