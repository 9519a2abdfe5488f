package io.ringside.trading.journal.codec;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;

/**
 * The start of a segment.
 *
 * @param number        of the segment, from 1, over all runs
 * @param runId         of the run that wrote it
 * @param formatVersion of the records
 * @param epochNs       when it was started
 * @param firstSequence of its first event; the snapshot is the state before it
 * @param continuation  true if it had to start between an event and its decisions: it has neither configuration nor
 *                      snapshot and can only be read after the segment before it
 * @param configText    the run's configuration
 * @param snapshot      all state before {@code firstSequence}, as the owner saved it
 */
public record SegmentStart(long number, long runId, int formatVersion, long epochNs, long firstSequence,
                           boolean continuation, String configText, byte[] snapshot) {

    /** To load the snapshot from. */
    public DataInput snapshotInput() {
        return new DataInputStream(new ByteArrayInputStream(snapshot));
    }
}
