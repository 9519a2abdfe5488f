package io.ringside.trading.replay;

import io.ringside.trading.engine.OfflineEngine;
import io.ringside.trading.engine.RunFold;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.strategy.StrategyTypes;
import java.io.IOException;
import java.util.Arrays;

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
        if (Arrays.equals(replayed.snapshot(), start.snapshot())) {
            return null;
        }
        OfflineEngine recorded = new OfflineEngine(RunRecord.fromJson(start.configText()), types);
        recorded.load(start.snapshotInput());
        String fields = Difference.between(recorded.fields(), replayed.fields());
        return "state differs from the snapshot of segment " + start.number() + ", before sequence "
            + start.firstSequence() + (fields == null ? ", in bytes that no field explains" : ":" + fields);
    }

    /** The same for the first start of a run; {@code recorded} has loaded its snapshot. */
    String afterRestart(SegmentStart start, OfflineEngine recorded) throws IOException {
        OfflineEngine folded = fold.startOf(RunRecord.fromJson(start.configText()), recorded);
        String fields = Difference.between(recorded.durableFields(), folded.durableFields());
        return fields == null ? null : "run " + start.runId() + " did not start from the state in which the run before "
            + "it ended, by the snapshot of segment " + start.number() + ":" + fields;
    }
}
