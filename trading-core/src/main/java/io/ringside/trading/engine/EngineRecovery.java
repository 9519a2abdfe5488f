package io.ringside.trading.engine;

import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.UnusableJournal;
import io.ringside.trading.strategy.StrategyTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Restores the state in which the previous process ended, from its last snapshot and the facts after it. The facts are
 * folded on an engine of the run that wrote them, with its symbols and trading rules; only the result moves to the
 * engine of this run. So a symbol or its rules may go once none of its orders is open.
 *
 * <p><em>Threading:</em> the owner's thread, before the ring starts.
 */
final class EngineRecovery {

    private final TradingEngine engine;
    private final StrategyTypes types;
    private OfflineEngine written;
    private Recovery recovery;
    /** Settings of the newest run that this version does not accept. */
    private final List<String> refused = new ArrayList<>();

    EngineRecovery(TradingEngine engine, StrategyTypes types) {
        this.engine = engine;
        this.types = types;
    }

    /**
     * Reads to the end of the journal, takes over what is there, and tells users what is not.
     *
     * @return the sequence that comes next
     */
    long recover(JournalClaim journal) throws IOException {
        if (journal.past().isPresent()) {
            return recover(journal.past().get(), journal.repairs());
        }
        if (!journal.repairs().isEmpty()) {
            recovery = engine.recovery();
            finish(journal.repairs());
        }
        return 0;
    }

    private long recover(JournalReader reader, List<JournalMark.Repair> repairs) throws IOException {
        begin(reader.start());
        long nextSequence = reader.start().firstSequence();
        while (reader.next()) {
            if (reader.kind() != JournalReader.Kind.START) {
                nextSequence = reader.sequence() + 1;
            }
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
        finish(repairs);
        takeOver(nextSequence);
        engine.reconcile();
        return nextSequence;
    }

    private void finish(List<JournalMark.Repair> repairs) {
        refused.forEach(recovery::onSettingRefused);
        repairs.forEach(repair -> recovery.onRepaired(repair.text(), repair.recordsLost()));
        recovery.finish();
    }

    private void begin(SegmentStart start) throws UnusableJournal {
        try {
            RunRecord run = RunRecord.fromJson(start.configText());
            if (run.account() != engine.account()) {
                throw new UnusableJournal("run " + start.runId() + " traded on " + run.account()
                    + ", this one trades on " + engine.account() + ": each account needs a journal of its own");
            }
            refused.clear();
            written = new OfflineEngine(run.acceptable(types, refused::add), types, DecisionLog.NONE);
            written.engine().snapshot().loadDurable(start.snapshot());
            recovery = written.engine().recovery();
        } catch (UnusableJournal known) {
            throw known;
        } catch (IOException misfit) {
            throw new UnusableJournal(misfit);
        }
    }

    private void takeOver(long nextSequence) throws UnusableJournal {
        try {
            engine.snapshot().loadDurable(written.snapshot(nextSequence));
        } catch (IOException misfit) {
            throw new UnusableJournal(misfit);
        }
    }
}
