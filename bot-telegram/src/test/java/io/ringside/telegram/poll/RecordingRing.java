package io.ringside.telegram.poll;

import io.ringside.core.command.Verb;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import java.util.ArrayList;
import java.util.List;

/** A ring that remembers commands, or is full. */
final class RecordingRing implements Publisher {

    private final List<PipelineEvent> events = new ArrayList<>();
    private Runnable afterPublish = () -> { };
    private boolean full;

    void fill() {
        full = true;
    }

    void afterPublish(Runnable task) {
        afterPublish = task;
    }

    synchronized List<String> commands() {
        return events.stream()
            .map(event -> (Verb.wordOf(event.command().verbCode()) + " " + event.command().arguments()).trim())
            .toList();
    }

    synchronized PipelineEvent event(int index) {
        return events.get(index);
    }

    @Override
    public boolean tryPublish(PipelineEvent event) {
        throw new AssertionError("commands wait for a slot");
    }

    @Override
    public synchronized boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
        if (full) {
            return false;
        }
        onClaimed.run();
        PipelineEvent copy = new PipelineEvent();
        copy.copyFrom(event);
        events.add(copy);
        afterPublish.run();
        return true;
    }
}
