package io.ringside.core.route;

/** Takes timers. Runs on the ring thread; must not wait, lock or do I/O. */
@FunctionalInterface
public interface TimerHandler {

    /** Wall clock in nanoseconds since 1970; {@code sequence} is the ring's. */
    void onTimer(long epochNs, long sequence);
}
