package io.ringside.trading.replay;

import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.engine.OfflineEngine;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.DecisionEncoder;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.settings.BadSettings;
import io.ringside.trading.strategy.StrategyTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a journal through the engine that wrote it, at full speed, and compares every decision with the recorded one,
 * byte for byte, and the state at every segment. Where a run follows another one, what the earlier run left is folded
 * from its records, as a start does, and compared with what the later one says it has recovered. It ends at the first
 * difference and names the field.
 *
 * <p>Order updates of a simulated account are decided again and compared, too. Those of a real account were reported by
 * its venue: they are taken from the journal as facts, and so is what its gateway did not take.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class Replay {

    private final JournalReader reader;
    private final StrategyTypes types;
    private final ReplayHash hash;
    private final DecisionEncoder encoder = new DecisionEncoder();
    private final PipelineEvent event = new PipelineEvent();
    private final List<byte[]> recorded = new ArrayList<>();
    private final List<Decision> recordedDecisions = new ArrayList<>();
    private final List<Decision> made = new ArrayList<>();
    private final StateCheck states;
    private OfflineEngine engine;
    private long runId;
    private String program = "";
    private long eventSequence = -1;
    private long events;
    private long decisions;
    private boolean undecided;
    /** False after an event of whose decisions the last ones are not in the journal. */
    private boolean lastIsWhole;
    private String difference;

    /** {@code types}: the strategies that the recorded runs name in their settings. */
    public Replay(JournalReader reader, StrategyTypes types, ReplayHash hash) {
        this.reader = reader;
        this.types = types;
        this.states = new StateCheck(types);
        this.hash = hash;
    }

    /** Returns the first difference in words; null if there is none. */
    public String run() throws IOException {
        begin(reader.start());
        states.add(reader);
        while (difference == null && reader.next()) {
            switch (reader.kind()) {
                case START -> onStart(reader.start());
                case EVENT -> {
                    decide(false);
                    event.copyFrom(reader.event());
                    eventSequence = reader.sequence();
                    undecided = true;
                }
                case DECISION -> {
                    recorded.add(reader.message());
                    recordedDecisions.add(reader.decision());
                }
                default -> throw new IllegalStateException("no such record: " + reader.kind());
            }
            states.add(reader);
        }
        if (difference == null) {
            decide(true);
        }
        return difference;
    }

    public long events() {
        return events;
    }

    public long decisions() {
        return decisions;
    }

    /** The version that decided the run at hand: another one may decide otherwise. */
    public String program() {
        return program;
    }

    /** The engine at the end, for its numbers. */
    public OfflineEngine engine() {
        return engine;
    }

    private void onStart(SegmentStart start) throws IOException {
        if (start.continuation()) {
            return;
        }
        boolean sameRun = start.runId() == runId;
        // A journal that failed meanwhile (disk full) has lost the end of the last event, as a crash has.
        boolean cut = !sameRun || start.firstSequence() != eventSequence + 1;
        decide(cut);
        if (difference != null) {
            return;
        }
        if (!cut) {
            difference = states.withinRun(start, engine);
            return;
        }
        OfflineEngine decided = lastIsWhole ? engine : null;
        begin(start);
        if (!sameRun) {
            difference = states.afterRestart(start, engine, decided);
        }
    }

    private void begin(SegmentStart start) throws IOException {
        runId = start.runId();
        program = start.program();
        RunRecord run = RunRecord.fromJson(start.configText());
        if (!run.ticks()) {
            throw new IOException("run " + runId + " was journaled without its quotes and cannot be decided again");
        }
        try {
            engine = new OfflineEngine(run, types, (decision, sequence) -> made.add(decision));
        } catch (BadSettings refused) {
            throw new IOException("run " + runId + " had settings that this version does not accept, and cannot be "
                + "decided again: " + refused.getMessage());
        }
        engine.load(start.snapshot());
        made.clear();
        eventSequence = start.firstSequence() - 1;
    }

    /** The newest event, now that all that was decided on it has been read. */
    private void decide(boolean mayBeCut) {
        if (undecided && difference == null) {
            undecided = false;
            dispatch();
        }
        if (difference == null) {
            compare(mayBeCut);
        }
    }

    private void dispatch() {
        if (!isAsDecided()) {
            return;
        }
        engine.onRecorded(event, eventSequence, recordedDecisions);
        engine.dropAcks();
        events++;
        hash.onEvent(events);
    }

    /** Whether the event is a fact, or was decided here and has come out the same. */
    private boolean isAsDecided() {
        return switch (event.type()) {
            case ORDER_ACK -> isAsDecided(event.orderAck().update());
            case TICK, COMMAND, FEED_STATE, TIMER, RULES -> true;
        };
    }

    /** A simulated venue's acks are decisions too; those of a real one are facts. */
    private boolean isAsDecided(OrderUpdate update) {
        if (!engine.decidesUpdatesOf(update.ids().account())) {
            return true;
        }
        OrderUpdate own = engine.nextAck();
        if (!update.equals(own)) {
            difference = "the venue's answer differs at sequence " + eventSequence + " (before " + reader.place()
                + ")" + Difference.between(update, own);
        }
        return difference == null;
    }

    /** Of the event that has been dispatched; a crash may have cut the records of a run's last one. */
    private void compare(boolean mayBeCut) {
        for (int i = 0; i < Math.max(recorded.size(), made.size()) && difference == null; i++) {
            if (i == recorded.size() && mayBeCut) {
                break;
            }
            byte[] bytes = i < made.size() ? encoder.message(made.get(i)) : null;
            if (i >= recorded.size() || !Arrays.equals(recorded.get(i), bytes)) {
                difference = describe(i);
            } else {
                decisions++;
                hash.onDecision(bytes);
            }
        }
        lastIsWhole = recorded.size() == made.size();
        recorded.clear();
        recordedDecisions.clear();
        made.clear();
    }

    private String describe(int index) {
        return "decision " + (index + 1) + " on " + event.type() + " at sequence " + eventSequence + " (before "
            + reader.place() + ") differs" + Difference.between(
                index < recordedDecisions.size() ? recordedDecisions.get(index) : null,
                index < made.size() ? made.get(index) : null);
    }
}
