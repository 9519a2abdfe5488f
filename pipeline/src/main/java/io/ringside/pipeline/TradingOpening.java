package io.ringside.pipeline;

import io.ringside.binance.rules.TradingRules;
import io.ringside.core.runtime.Counters;
import io.ringside.pipeline.settings.JournalSettings;
import io.ringside.pipeline.settings.PipelineConfig;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.JournalRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Opens trading: asks for the venue's rules, recovers what the run before has left, and begins to journal.
 *
 * <p><em>Threading:</em> the owner's thread; blocks for the network and the disk.
 */
final class TradingOpening {

    private final PipelineConfig config;
    private final long startEpochNs;
    private final int[] connectionOf;
    private final int connections;
    private long firstSequence;

    TradingOpening(PipelineConfig config, long startEpochNs, int[] connectionOf, int connections) {
        this.config = config;
        this.startEpochNs = startEpochNs;
        this.connectionOf = connectionOf;
        this.connections = connections;
    }

    /** Known once it is open: behind all events of the runs before. */
    long firstSequence() {
        return firstSequence;
    }

    /** Throws {@link CannotStart} when the journal cannot be read or written. */
    JournaledEngine open(JournaledEngine.Outlets outlets, Counters counters) {
        TradingRules.Loaded rules = TradingRules.load(config.rules(), config.symbols());
        rules.notes().forEach(outlets.alerts());
        if (config.journal().isEmpty()) {
            return new JournaledEngine(run(0, rules), config.trading(), outlets, counters);
        }
        try (Past past = Past.read(config.journal().get().directory())) {
            RunRecord run = run(past.lastRunId(), rules);
            JournaledEngine trading = new JournaledEngine(run, config.trading(), outlets, counters);
            if (past.reader().isPresent()) {
                firstSequence = trading.recover(past.reader().get());
            }
            trading.journal(config.journal().get(), new JournalRun(run.runId(), run.toJson(), firstSequence), counters);
            return trading;
        } catch (IOException failure) {
            throw new CannotStart(CannotStart.words(failure) + " (" + JournalSettings.DIRECTORY + " is "
                + config.journal().get().directory() + "; with another directory trading begins anew)");
        }
    }

    /** What the runs before have left, if there were any. */
    private record Past(Optional<JournalReader> reader) implements AutoCloseable {

        static Past read(Path directory) throws IOException {
            return new Past(JournalReader.newest(directory));
        }

        long lastRunId() {
            return reader.map(journal -> journal.start().runId()).orElse(0L);
        }

        @Override
        public void close() {
            reader.ifPresent(JournalReader::close);
        }
    }

    private RunRecord run(long lastRunId, TradingRules.Loaded rules) {
        long runId = Math.max(TimeUnit.NANOSECONDS.toMillis(startEpochNs), lastRunId + 1);
        boolean ticks = config.journal().map(journal -> journal.ticks()).orElse(false);
        return new RunRecord(runId, config.symbols().names(), connectionOf, connections, startEpochNs,
            config.alerts(), ticks, config.trading().settings(), rules.instruments());
    }
}
