/**
 * Append-only log of the ring in ring order: every event and every decision, in memory-mapped segment files whose
 * records are SBE messages. Each segment begins with the run's configuration and a snapshot of all state, so that
 * recovery and replay can start at any of them.
 *
 * <pre>
 *   directory   journal.lock   journal-000000000001.rsj   journal-000000000002.rsj   ...
 *   segment     SegmentStart | RunConfig ... | Snapshot ... | event | event | decision | event | ... | zeros
 *   record      0 length int | 4 crc32c int | 8 sequence long | 16 SBE header | 24 SBE body | zeros up to 8
 * </pre>
 *
 * <p>All is little endian. The length is the record's without the zeros behind it and is stored last, so a record is
 * either whole or not there. The checksum covers everything after itself, those zeros included, and is stored
 * xor the length, which it thereby covers too. The schema is {@code journal.xml}; the body of an event is the ring
 * slot's, byte for byte.
 *
 * <p>What survives: a killed process, everything appended (the pages belong to the operating system); a power loss,
 * what was forced, see {@link io.ringside.trading.journal.ForceMode}.
 *
 * <p>Rule: floor 2, uses {@code decision} and, below it, {@code journal.codec} and {@code journal.segment}.
 *
 * <p>Read first: {@link io.ringside.trading.journal.Journal}, then {@link io.ringside.trading.journal.JournalReader}.
 */
package io.ringside.trading.journal;
