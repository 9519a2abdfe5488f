package io.ringside.trading.engine;

import io.ringside.core.event.EventType;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;

/** A ring turned by hand: what is published waits until it is taken, and sometimes there is no room. */
public final class HandRing implements Publisher {

    private final ArrayDeque<PipelineEvent> events = new ArrayDeque<>();
    private BooleanSupplier room = () -> true;

    /** Asked at each attempt to publish. */
    public void setRoom(BooleanSupplier newRoom) {
        room = newRoom;
    }

    @Override
    public boolean tryPublish(PipelineEvent event) {
        return room.getAsBoolean() && put(event);
    }

    @Override
    public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
        throw new UnsupportedOperationException("nothing waits here");
    }

    /** Whether or not there is room. */
    public boolean put(PipelineEvent event) {
        return events.add(copy(event));
    }

    /** Before all that waits. */
    public void putFirst(PipelineEvent event) {
        events.addFirst(copy(event));
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    public PipelineEvent take() {
        return events.poll();
    }

    /** The newest ORDER_ACK that waits, null when there is none: one that can be told out of turn. */
    public OrderUpdate newestAck() {
        OrderUpdate newest = null;
        for (PipelineEvent event : events) {
            newest = event.type() == EventType.ORDER_ACK ? event.orderAck().update() : newest;
        }
        return newest;
    }

    public static PipelineEvent copy(PipelineEvent event) {
        PipelineEvent copy = new PipelineEvent();
        copy.copyFrom(event);
        return copy;
    }
}
