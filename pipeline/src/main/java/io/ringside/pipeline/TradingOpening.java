package io.ringside.pipeline;

import io.ringside.pipeline.settings.JournalSettings;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.journal.segment.UnusableJournal;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Opens trading: claims the journal, recovers the previous run's state, and starts journaling.
 *
 * <p><em>Threading:</em> the owner's thread; blocks for the disk.
 */
final class TradingOpening {

    private final Optional<JournalConfig> journal;
    private final Function<RunRecord, JournaledEngine> engines;
    private long firstSequence;

    /** {@code engines} makes the engine of a run. */
    TradingOpening(Optional<JournalConfig> journal, Function<RunRecord, JournaledEngine> engines) {
        this.journal = journal;
        this.engines = engines;
    }

    /** Known once trading is open: follows the events of all previous runs. */
    long firstSequence() {
        return firstSequence;
    }

    /**
     * Throws {@link CannotStart} if the journal cannot be read or written.
     *
     * @param leastRunId of the new run, which is above those of all runs before
     * @param runs       makes the record of a run from its id
     */
    JournaledEngine open(long leastRunId, LongFunction<RunRecord> runs) {
        if (journal.isEmpty()) {
            return engines.apply(runs.apply(leastRunId));
        }
        JournalConfig config = journal.get();
        try (JournalClaim claim = JournalClaim.take(config)) {
            JournaledEngine engine = engines.apply(runs.apply(Math.max(leastRunId, claim.lastRunId() + 1)));
            firstSequence = engine.open(claim);
            return engine;
        } catch (IOException failure) {
            throw new CannotStart(CannotStart.words(failure) + " (" + JournalSettings.DIRECTORY + " is "
                + config.directory() + "; with another directory trading starts from scratch)",
                !(failure instanceof UnusableJournal));
        }
    }
}
