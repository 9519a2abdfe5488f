package io.ringside.trading.snapshot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * State of the ring thread that a snapshot holds. {@link #load} restores exactly what {@link #save} wrote: every later
 * decision must come out the same.
 *
 * <p>What a version has written is read by every later one. A part that is to hold more raises {@link #version()}, and
 * its {@link #load} gives the new fields their initial values where it reads an older version.
 *
 * <p><em>Threading:</em> the ring thread, or the owner's thread before the ring starts.
 */
public interface SnapshotPart {

    /** Of what {@link #save} writes, from 1. */
    default int version() {
        return 1;
    }

    void save(DataOutput out) throws IOException;

    /**
     * Replaces all state. Throws {@link IOException} if {@link #save} did not write these bytes.
     *
     * @param version of the program's part that wrote them, at most {@link #version()}
     */
    void load(DataInput in, int version) throws IOException;
}
