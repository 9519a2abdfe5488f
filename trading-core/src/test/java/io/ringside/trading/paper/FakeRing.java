package io.ringside.trading.paper;

import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Keeps the answers that it takes; whether it has room is the test's to say. */
final class FakeRing implements Publisher {

    private final List<OrderUpdate> published = new ArrayList<>();
    private final Deque<OrderUpdate> undelivered = new ArrayDeque<>();
    private BooleanSupplier room = () -> true;

    @Override
    public boolean tryPublish(PipelineEvent event) {
        if (!room.getAsBoolean()) {
            return false;
        }
        OrderUpdate update = event.orderAck().update();
        published.add(update);
        undelivered.add(update);
        return true;
    }

    @Override
    public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
        throw new AssertionError("the venue may never wait for the ring");
    }

    void setRoom(BooleanSupplier hasRoom) {
        room = hasRoom;
    }

    List<OrderUpdate> published() {
        return published;
    }

    /** The ring of another process: what it took and has not delivered is gone. */
    void loseUndelivered() {
        for (int left = undelivered.size(); left > 0; left--) {
            published.remove(published.size() - 1);
        }
        undelivered.clear();
    }

    /** Null when everything has been delivered. */
    OrderUpdate poll() {
        return undelivered.poll();
    }
}
