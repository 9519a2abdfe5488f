/**
 * Append-only log in ring order: every event and every decision, in memory-mapped segment files whose records are SBE
 * messages. Each segment starts with the run's configuration and a snapshot of all state, so that recovery and replay
 * can start at any of them.
 *
 * <pre>
 *   directory   journal.lock   journal-000000000001.rsj   journal-000000000002.rsj   ...
 *   segment     SegmentStart | RunConfig ... | Snapshot ... | event | event | decision | event | ... | zeros
 *   record      0 length int | 4 crc32c int | 8 sequence long | 16 SBE header | 24 SBE body | zeros up to 8
 * </pre>
 *
 * <p>Everything is little endian. The length excludes the padding and is stored last, so a record is either complete or
 * absent. The checksum covers everything after itself, padding included, and is stored xor the length, which it thereby
 * covers too. The schema is {@code journal.xml}; the body of an event is that of its ring slot, byte for byte.
 *
 * <p>A killed process loses nothing that was appended: the pages belong to the operating system. A power loss takes
 * what was not forced, see {@link io.ringside.trading.journal.ForceMode}. A journal of another format version is
 * refused, see {@link io.ringside.trading.journal.segment.UnsupportedFormat}.
 *
 * <p>A start locks the directory, repairs the end of the last segment, and only then reads: {@link
 * io.ringside.trading.journal.JournalClaim}. What it cannot read it keeps in {@code journal-000000000002.rsj.cut}, and
 * what it must not forget in {@code journal.lock}: {@link io.ringside.trading.journal.segment.JournalMark}.
 *
 * <p>Rule: uses {@code decision} and, below it, {@code journal.codec} and {@code journal.segment}.
 *
 * <p>Read first: {@link io.ringside.trading.journal.JournalClaim}, then {@link io.ringside.trading.journal.Journal} and
 * {@link io.ringside.trading.journal.JournalReader}.
 */
package io.ringside.trading.journal;
