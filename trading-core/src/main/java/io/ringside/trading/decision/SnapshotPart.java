package io.ringside.trading.decision;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * State of the ring thread that a snapshot holds. What one wrote the other reads back to equal state: every later
 * decision must come out the same.
 *
 * <p><em>Threading:</em> the ring thread, or the one that builds and recovers before the ring starts.
 */
public interface SnapshotPart {

    void save(DataOutput out) throws IOException;

    /** Replaces all state. Throws {@link IOException} for bytes that {@link #save} did not write. */
    void load(DataInput in) throws IOException;
}
