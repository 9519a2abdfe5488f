package io.ringside.trading.journal.segment;

/**
 * What identifies a new segment.
 *
 * @param number           over all runs
 * @param sequence         of the next event, or of the one whose decisions follow
 * @param epochNs          now
 * @param previousEndBytes where the one before ends, {@link #NO_PREVIOUS} if there is none
 */
public record SegmentHead(long number, long sequence, long epochNs, long previousEndBytes) {

    public static final long NO_PREVIOUS = -1;
}
