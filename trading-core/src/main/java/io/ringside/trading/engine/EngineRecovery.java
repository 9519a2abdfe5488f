package io.ringside.trading.engine;

import io.ringside.trading.decision.AccountId;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.UnusableJournal;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.util.List;

/**
 * Restores the state in which the previous process ended: see {@link RunFold}. Only the result moves to the engine of
 * this run, so a symbol or its rules may go once none of its orders is open.
 *
 * <p><em>Threading:</em> the owner's thread, before the ring starts.
 */
final class EngineRecovery {

    private final TradingEngine engine;
    private final RunFold fold;

    EngineRecovery(TradingEngine engine, StrategyTypes types) {
        this.engine = engine;
        this.fold = new RunFold(types);
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
            finish(engine.recovery(), journal.repairs());
        }
        return 0;
    }

    private long recover(JournalReader reader, List<JournalMark.Repair> repairs) throws IOException {
        requireAccount(reader.start());
        fold.add(reader);
        long nextSequence = reader.start().firstSequence();
        while (reader.next()) {
            if (reader.kind() != JournalReader.Kind.START) {
                nextSequence = reader.sequence() + 1;
            }
            fold.add(reader);
        }
        fold.refused().forEach(fold.recovery()::onSettingRefused);
        finish(fold.recovery(), repairs);
        fold.moveTo(engine);
        engine.reconcile();
        return nextSequence;
    }

    private static void finish(Recovery recovery, List<JournalMark.Repair> repairs) {
        repairs.forEach(repair -> recovery.onRepaired(repair.text(), repair.recordsLost()));
        recovery.finish();
    }

    private void requireAccount(SegmentStart start) throws UnusableJournal {
        AccountId account = accountOf(start);
        if (account != engine.account()) {
            throw new UnusableJournal("run " + start.runId() + " traded on " + account + ", this one trades on "
                + engine.account() + ": each account needs a journal of its own");
        }
    }

    private static AccountId accountOf(SegmentStart start) throws UnusableJournal {
        try {
            return RunRecord.fromJson(start.configText()).account();
        } catch (IOException misfit) {
            throw new UnusableJournal(misfit);
        }
    }
}
