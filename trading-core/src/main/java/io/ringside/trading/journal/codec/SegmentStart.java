package io.ringside.trading.journal.codec;

import io.ringside.trading.journal.segment.SegmentHead;
import io.ringside.trading.snapshot.SavedPart;
import java.util.List;

/**
 * The start of a segment.
 *
 * @param head          number, first sequence and time
 * @param runId         of the run that wrote it
 * @param formatVersion of the records
 * @param program       version that wrote it
 * @param continuation  true if it had to start between an event and its decisions: it has neither configuration nor
 *                      snapshot and can only be read after the segment before it
 * @param configText    the run's configuration
 * @param snapshot      all state before the first sequence
 */
public record SegmentStart(SegmentHead head, long runId, int formatVersion, String program, boolean continuation,
                           String configText, List<SavedPart> snapshot) {

    /** Of the segment, from 1, over all runs. */
    public long number() {
        return head.number();
    }

    /** Of its first event; the snapshot is the state before it. */
    public long firstSequence() {
        return head.sequence();
    }

    /** When it was started. */
    public long epochNs() {
        return head.epochNs();
    }
}
