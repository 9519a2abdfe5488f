package io.ringside.core.route;

import io.ringside.core.event.Tick;

/** Takes quotes. Runs on the ring thread; must not wait, lock or do I/O, and copies what it keeps. */
@FunctionalInterface
public interface TickHandler {

    /** The view is valid until this returns. {@code sequence} is the ring's. */
    void onTick(Tick tick, long sequence);
}
