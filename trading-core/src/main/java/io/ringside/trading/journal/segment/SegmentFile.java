package io.ringside.trading.journal.segment;

/**
 * A segment that is written no more, as far as pruning wants to know it.
 *
 * @param epochNs       when it was begun
 * @param selfContained false for a continuation
 */
public record SegmentFile(long number, long bytes, long epochNs, boolean selfContained) {
}
