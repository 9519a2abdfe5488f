package io.ringside.trading.decision;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * State of the ring thread that a snapshot holds. {@link #load} restores exactly what {@link #save} wrote: every later
 * decision must come out the same.
 *
 * <p><em>Threading:</em> the ring thread, or the owner's thread before the ring starts.
 */
public interface SnapshotPart {

    void save(DataOutput out) throws IOException;

    /** Replaces all state. Throws {@link IOException} if {@link #save} did not write these bytes. */
    void load(DataInput in) throws IOException;
}
