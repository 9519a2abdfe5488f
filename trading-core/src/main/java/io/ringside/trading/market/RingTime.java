package io.ringside.trading.market;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.route.EventListener;
import io.ringside.trading.snapshot.SnapshotPart;
import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * "Now" for every decision: the time of the newest event, so that a replay sees the same. A TIMER sets it, even
 * backwards, as a wall clock may be set back; between two timers other events only move it forward.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class RingTime implements EventListener, SnapshotPart {

    private long epochNs;
    private long sequence;

    /** Nanoseconds since 1970; 0 before the first event. */
    public long epochNs() {
        return epochNs;
    }

    /** Sequence of the event being handled. */
    public long sequence() {
        return sequence;
    }

    /** Every event comes here before any handler that decides on it. */
    @Override
    public void onEvent(PipelineEvent event, long eventSequence) {
        sequence = eventSequence;
        epochNs = switch (event.type()) {
            case TICK -> Math.max(epochNs, event.tick().receivedEpochNs());
            case COMMAND -> Math.max(epochNs, event.command().receivedEpochNs());
            case TIMER -> event.timer().epochNs();
            // The time of another clock.
            case ORDER_ACK, FEED_STATE, RULES -> epochNs;
        };
    }

    public void onTimer(long timerEpochNs) {
        epochNs = timerEpochNs;
    }

    /** Any other event that has a time of its own. */
    public void onEvent(long eventEpochNs) {
        if (eventEpochNs > epochNs) {
            epochNs = eventEpochNs;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        StateFields.name(out, "time");
        out.writeLong(epochNs);
        StateFields.name(out, "sequence");
        out.writeLong(sequence);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        epochNs = in.readLong();
        sequence = in.readLong();
    }
}
