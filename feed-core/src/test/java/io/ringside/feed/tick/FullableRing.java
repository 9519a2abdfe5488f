package io.ringside.feed.tick;

import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import java.util.ArrayList;
import java.util.List;

/** A ring with as much room as the test gives it; records what gets in. */
final class FullableRing implements Publisher {

    private final List<String> published = new ArrayList<>();
    private int room = Integer.MAX_VALUE;

    void room(int events) {
        room = events;
    }

    /** Ticks as symbol and update id, states as connection, status and reason. */
    List<String> published() {
        return published;
    }

    @Override
    public boolean tryPublish(PipelineEvent event) {
        if (room == 0) {
            return false;
        }
        room--;
        published.add(event.type() == EventType.TICK
            ? event.tick().symbolId() + ":" + event.tick().updateId()
            : event.feedState().connection() + " " + event.feedState().status() + " " + event.feedState().reason());
        return true;
    }

    @Override
    public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
        throw new AssertionError("the feed never waits");
    }
}
