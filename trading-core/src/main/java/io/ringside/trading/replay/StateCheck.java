package io.ringside.trading.replay;

import io.ringside.trading.engine.OfflineEngine;
import io.ringside.trading.engine.RunFold;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.snapshot.SavedPart;
import io.ringside.trading.snapshot.StateFields;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Compares the recorded snapshots with the replayed state: within a run with the state of the engine that decides it
 * again, and where a run follows another one with what the earlier run's records leave to it.
 *
 * <p><em>Threading:</em> one thread.
 */
final class StateCheck {

    private final StrategyTypes types;
    private final RunFold fold;

    StateCheck(StrategyTypes types) {
        this.types = types;
        this.fold = new RunFold(types);
    }

    /** Takes the record that the reader is at, after it has been checked. */
    void add(JournalReader reader) throws IOException {
        fold.add(reader);
    }

    /** The differences at a segment's start within a run, in words; null if there is none. */
    String withinRun(SegmentStart start, OfflineEngine replayed) throws IOException {
        List<SavedPart> saved = replayed.snapshot(start.firstSequence());
        if (saved.equals(start.snapshot())) {
            return null;
        }
        OfflineEngine recorded = new OfflineEngine(RunRecord.fromJson(start.configText()), types);
        recorded.load(start.snapshot());
        String fields = Difference.between(recorded.fields(), replayed.fields());
        if (fields == null && !versions(saved).equals(versions(start.snapshot()))) {
            return null;
        }
        return "state differs from the snapshot of segment " + start.number() + ", before sequence "
            + start.firstSequence() + (fields == null ? ", in bytes that no field explains" : ":" + fields);
    }

    /**
     * The same for the first start of a run; {@code recorded} has loaded its snapshot. Besides the records of the run
     * before, which a start folds, {@code decided} is compared: the engine that has decided that run again. It is null
     * where a crash has cut the last records, which that engine has decided nevertheless.
     */
    String afterRestart(SegmentStart start, OfflineEngine recorded, OfflineEngine decided) throws IOException {
        RunRecord run = RunRecord.fromJson(start.configText());
        String fields = Difference.between(recorded.durableFields(), fold.startOf(run, recorded).durableFields());
        if (fields == null && decided != null) {
            OfflineEngine started = new OfflineEngine(run, types);
            started.takeOver(decided, recorded);
            fields = Difference.between(folded(recorded), folded(started));
        }
        return fields == null ? null : "run " + start.runId() + " did not start from the state in which the run before "
            + "it ended, by the snapshot of segment " + start.number() + ":" + fields;
    }

    /** An earlier version saves the same state in other bytes. */
    private static List<Integer> versions(List<SavedPart> saved) {
        return saved.stream().map(SavedPart::version).toList();
    }

    private static Map<String, StateFields> folded(OfflineEngine engine) throws IOException {
        Map<String, StateFields> folded = engine.durableFields();
        folded.replaceAll((part, fields) -> fields.folded());
        return folded;
    }
}
