package io.ringside.trading.engine;

import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.journal.segment.UnusableJournal;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a journal's newest run leaves to the next one: its last snapshot and the facts after it, folded on an engine of
 * the run that wrote them, with its symbols and trading rules. Hand it every record in order; it starts again at each
 * snapshot.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class RunFold {

    private final StrategyTypes types;
    private OfflineEngine written;
    private Recovery recovery;
    /** Settings of that run that this version does not accept. */
    private final List<String> refused = new ArrayList<>();

    /** {@code types}: the strategies that the recorded runs name in their settings. */
    public RunFold(StrategyTypes types) {
        this.types = types;
    }

    /** Takes the reader's current record. Throws {@link UnusableJournal} for state that this version cannot read. */
    public void add(JournalReader reader) throws IOException {
        switch (reader.kind()) {
            case START -> {
                if (!reader.start().continuation()) {
                    begin(reader.start());
                }
            }
            case EVENT -> recovery.onEvent(reader.event(), reader.sequence());
            case DECISION -> recovery.onDecision(reader.decision(), reader.sequence());
            default -> throw new IllegalStateException("no such record: " + reader.kind());
        }
    }

    /** As of the newest record; another object after each start. */
    TradingBooks books() {
        return written.engine().books();
    }

    /**
     * What the recorded run started from, if it recovered this: the records so far, and the repairs that it reported.
     * Nothing may be added after this but another start.
     */
    public OfflineEngine startOf(RunRecord run, OfflineEngine recorded) throws IOException {
        recovery.onReportsOf(recorded.engine().recovery());
        recovery.finish();
        OfflineEngine started = new OfflineEngine(run, types);
        moveTo(started.engine());
        return started;
    }

    Recovery recovery() {
        return recovery;
    }

    List<String> refused() {
        return refused;
    }

    /** The durable parts; the recovery is finished. */
    void moveTo(TradingEngine engine) throws UnusableJournal {
        try {
            engine.snapshot().loadDurable(written.snapshot(0));
        } catch (IOException misfit) {
            throw new UnusableJournal(misfit);
        }
    }

    private void begin(SegmentStart start) throws UnusableJournal {
        try {
            refused.clear();
            RunRecord run = RunRecord.fromJson(start.configText()).acceptable(types, refused::add);
            written = new OfflineEngine(run, types);
            written.engine().snapshot().loadDurable(start.snapshot());
            recovery = written.engine().recovery();
        } catch (IOException misfit) {
            throw new UnusableJournal(misfit);
        }
    }
}
