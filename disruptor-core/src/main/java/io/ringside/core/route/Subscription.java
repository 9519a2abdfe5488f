package io.ringside.core.route;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.RateLimitedLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One handler's place in the router: its name, and how its failures are told. Threading: the ring thread. */
final class Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final String name;
    private final EventListener listener;
    private final RateLimitedLog failureLog;

    Subscription(String name, EventListener listener, RateLimitedLog failureLog) {
        this.name = name;
        this.listener = listener;
        this.failureLog = failureLog;
    }

    String name() {
        return name;
    }

    void onEvent(PipelineEvent event, long sequence) {
        listener.onEvent(event, sequence);
    }

    void onFailure(PipelineEvent event, long sequence, Exception failure) {
        if (failureLog.permits()) {
            LOG.error("handler {} failed on {} at sequence {}, the ring goes on ({} failures not logged before)",
                name, event.type(), sequence, failureLog.leftOut(), failure);
        }
    }
}
