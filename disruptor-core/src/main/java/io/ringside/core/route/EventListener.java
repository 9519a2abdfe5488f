package io.ringside.core.route;

import io.ringside.core.event.PipelineEvent;

/** Takes events of any kind. Runs on the ring thread; must not wait, lock or do I/O, and copies what it keeps. */
@FunctionalInterface
public interface EventListener {

    /** The event is valid until this returns. {@code sequence} is the ring's. */
    void onEvent(PipelineEvent event, long sequence);
}
