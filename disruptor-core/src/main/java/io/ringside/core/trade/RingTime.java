package io.ringside.core.trade;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * "Now" for every decision: the time of the newest event, so that a replay sees the same. A TIMER sets it, even
 * backwards, as a wall clock may be set back; between two timers other events only move it forward.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class RingTime implements SnapshotPart {

    private long epochNs;

    /** Nanoseconds since 1970; 0 before the first event. */
    public long epochNs() {
        return epochNs;
    }

    public void onTimer(long timerEpochNs) {
        epochNs = timerEpochNs;
    }

    public void onEvent(long eventEpochNs) {
        if (eventEpochNs > epochNs) {
            epochNs = eventEpochNs;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(epochNs);
    }

    @Override
    public void load(DataInput in) throws IOException {
        epochNs = in.readLong();
    }

    @Override
    public void onRunStart() {
        // time goes on
    }
}
