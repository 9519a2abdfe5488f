/**
 * The ledger: executions, hourly marks and switches for ever, in files beside the journal that are never deleted. And
 * profit by day, which the ring thread keeps.
 *
 * <pre>
 *   directory   ledger-000001.rsl   ledger-000002.rsl   ...
 *   file        LedgerStart | record | record | ...
 *   record      as in the journal: length, checksum, sequence, SBE message; the schema is {@code ledger.xml}
 * </pre>
 *
 * <p>Each record is derived from one record of the journal and carries its place: run, sequence, index. So it is known
 * what the ledger lacks after a crash, and nothing is written twice. What it could not learn is a record, too.
 *
 * <p>Rule: uses {@code journal.segment}, {@code decision}, and nothing that decides.
 *
 * <p>Read first: {@link io.ringside.trading.ledger.LedgerRecord}, then {@link io.ringside.trading.ledger.Ledger} and
 * {@link io.ringside.trading.ledger.LedgerReader}.
 */
package io.ringside.trading.ledger;
