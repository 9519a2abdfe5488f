package io.ringside.trading.engine;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A trading engine behind a real router, as the pipeline wires it, which keeps all that goes in and comes out. */
public final class EngineRig {

    /**
     * One record of the journal: an event, or a decision.
     *
     * @param event    null for a decision
     * @param decision null for an event
     */
    public record Entry(long sequence, PipelineEvent event, Decision decision) {
    }

    private final List<Entry> journal = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final Counter failures;
    private final Router router;
    private final TradingEngine engine;
    private long nextSequence;

    public EngineRig(RunRecord run, Publisher acks) {
        Counters counters = new Counters();
        failures = counters.counter("failures");
        router = new Router(() -> 0, failures);
        engine = TradingEngine.onPaper(run, StrategyTypes.builtIn(), acks, replies::add,
            (nowEpochNs, trading) -> ReplyBody.text(trading), counters);
        engine.recordTo((decision, sequence) -> journal.add(new Entry(sequence, null, decision)));
        engine.attachTo(router, place -> { });
    }

    /** The next event has that sequence. */
    public void countFrom(long sequence) {
        nextSequence = sequence;
    }

    public void turn(PipelineEvent event) {
        journal.add(new Entry(nextSequence, HandRing.copy(event), null));
        route(event);
    }

    /** Without a journal. */
    public void route(PipelineEvent event) {
        router.onEvent(event, nextSequence, true);
        nextSequence++;
    }

    public long nextSequence() {
        return nextSequence;
    }

    public TradingEngine engine() {
        return engine;
    }

    /** What a journal would hold. */
    public List<Entry> journal() {
        return journal;
    }

    public List<Reply> replies() {
        return replies;
    }

    /** Exceptions that handlers threw. */
    public long failures() {
        return failures.value();
    }

    public List<SavedPart> snapshot() {
        try {
            return engine.snapshot().save(0);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void load(List<SavedPart> snapshot) throws IOException {
        engine.snapshot().loadAll(snapshot);
    }
}
