package io.ringside.trading.journal.segment;

/**
 * A finished segment, as pruning sees it.
 *
 * @param epochNs       when it was started
 * @param selfContained false for a continuation
 */
public record SegmentFile(long number, long bytes, long epochNs, boolean selfContained) {
}
