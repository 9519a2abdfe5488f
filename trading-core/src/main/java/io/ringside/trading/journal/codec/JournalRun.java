package io.ringside.trading.journal.codec;

/**
 * The run whose records are appended.
 *
 * @param runId         distinguishes runs, for example the start time in epoch nanoseconds
 * @param configText    all settings that decisions depend on, as the owner writes them; any length
 * @param firstSequence of the first event that the ring will deliver
 */
public record JournalRun(long runId, String configText, long firstSequence) {
}
