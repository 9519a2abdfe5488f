/**
 * The journal's files: segments in mapped memory, the directory that holds them and its lock, reading them record by
 * record.
 *
 * <p>Rule: uses no other room of this module.
 *
 * <p>Read first: {@link io.ringside.trading.journal.segment.Segment}, then {@link
 * io.ringside.trading.journal.segment.SegmentReader}.
 */
package io.ringside.trading.journal.segment;
