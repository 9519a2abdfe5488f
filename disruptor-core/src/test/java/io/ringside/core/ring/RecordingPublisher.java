package io.ringside.core.ring;

import io.ringside.core.event.PipelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Keeps copies of what it accepts; whether it has room is the test's to say. */
final class RecordingPublisher implements Publisher {

    private final List<PipelineEvent> published = new ArrayList<>();
    private final List<Long> waitedNs = new ArrayList<>();
    private boolean mayWait;
    private BooleanSupplier room = () -> true;

    @Override
    public boolean tryPublish(PipelineEvent event) {
        if (!room.getAsBoolean()) {
            return false;
        }
        PipelineEvent copy = new PipelineEvent();
        copy.copyFrom(event);
        published.add(copy);
        return true;
    }

    @Override
    public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
        if (!mayWait) {
            throw new AssertionError("nothing here may wait for the ring");
        }
        waitedNs.add(timeoutNs);
        return tryPublish(event);
    }

    void allowWaiting() {
        mayWait = true;
    }

    List<Long> waitedNs() {
        return waitedNs;
    }

    void setRoom(BooleanSupplier hasRoom) {
        room = hasRoom;
    }

    List<PipelineEvent> published() {
        return published;
    }

    List<Long> updateIds() {
        return published.stream().map(event -> event.tick().updateId()).toList();
    }
}
