package io.ringside.bench;

import com.lmax.disruptor.EventHandler;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;

/**
 * Stands in for the ring: the handler runs on the producer's thread before the publish call returns.
 *
 * <p><em>Threading:</em> one producer. Never full.
 */
public final class DirectPublisher implements Publisher {

    private final EventHandler<PipelineEvent> handler;
    private long sequence;

    public DirectPublisher(EventHandler<PipelineEvent> handler) {
        this.handler = handler;
    }

    @Override
    public boolean tryPublish(PipelineEvent event) {
        try {
            handler.onEvent(event, sequence++, true);
        } catch (Exception failure) {
            throw new IllegalStateException("the handler failed", failure);
        }
        return true;
    }

    @Override
    public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
        onClaimed.run();
        return tryPublish(event);
    }
}
