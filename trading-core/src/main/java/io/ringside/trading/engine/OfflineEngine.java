package io.ringside.trading.engine;

import io.ringside.core.command.ReplyBody;
import io.ringside.core.event.EventType;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.snapshot.SavedPart;
import io.ringside.trading.snapshot.StateFields;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * A trading engine without a ring: events are handed in, its replies go nowhere. The run's account says where order
 * updates come from: a simulated venue decides them here, and they are kept; those of a real one are handed in.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class OfflineEngine {

    private final Queue<PipelineEvent> acks = new ArrayDeque<>();
    private final AccountId account;
    private final RecordedGateway recordedGateway;
    private final Router router;
    private final TradingEngine engine;

    /** Its decisions go nowhere. */
    public OfflineEngine(RunRecord run, StrategyTypes types) {
        this(run, types, DecisionLog.NONE);
    }

    public OfflineEngine(RunRecord run, StrategyTypes types, DecisionLog decisions) {
        Counters counters = new Counters();
        this.account = run.account();
        this.recordedGateway = new RecordedGateway(account);
        this.engine = account.isSimulated()
            ? TradingEngine.onPaper(run, types, new AckQueue(acks), reply -> true,
                (nowEpochNs, trading) -> ReplyBody.text(""), counters)
            : new TradingEngine(run, types, books -> recordedGateway, reply -> true,
                (nowEpochNs, trading) -> ReplyBody.text(""), counters);
        engine.recordTo(decisions);
        this.router = new Router(System::nanoTime, counters.counter("handlers failed"));
        engine.attachTo(router, place -> { });
    }

    public TradingEngine engine() {
        return engine;
    }

    public void load(List<SavedPart> snapshot) throws IOException {
        engine.snapshot().loadAll(snapshot);
    }

    /** All state; the next event is the one of that sequence. */
    public List<SavedPart> snapshot(long sequence) throws IOException {
        return engine.snapshot().save(sequence);
    }

    /** All state by name, for messages. */
    public Map<String, StateFields> fields() throws IOException {
        return engine.snapshot().fields();
    }

    /** What a restart recovers, by name. */
    public Map<String, StateFields> durableFields() throws IOException {
        return engine.snapshot().durableFields();
    }

    /** Continues from another engine's final state, as a new process would. */
    public void takeOver(OfflineEngine before) throws IOException {
        takeOver(before, this);
    }

    /** The same, with the repairs of the journal that a recorded start has reported. */
    public void takeOver(OfflineEngine before, OfflineEngine recorded) throws IOException {
        engine.snapshot().loadDurable(before.snapshot(0));
        Recovery recovery = engine.recovery();
        recovery.onReportsOf(recorded.engine.recovery());
        recovery.finish();
        engine.reconcile();
    }

    /** Hands in a recorded event, with what was decided on it when it was recorded. */
    public void onRecorded(PipelineEvent event, long sequence, List<Decision> recorded) {
        recordedGateway.expect(recorded);
        onEvent(event, sequence);
    }

    /**
     * True if the order updates of that account are decided here; otherwise a venue reported them, and they are facts.
     */
    public boolean decidesUpdatesOf(int accountCode) {
        return account.isSimulated() && accountCode == account.code();
    }

    public void onEvent(PipelineEvent event, long sequence) {
        router.onEvent(event, sequence, true);
    }

    /** The oldest ack of the simulated venue that has not been handed in yet; null when there is none. */
    public OrderUpdate nextAck() {
        return engine.venue().nextInFlight();
    }

    /** Hands in the simulated venue's acks until there are no more. */
    public void onOwnAcks(long sequence) {
        for (PipelineEvent ack = acks.poll(); ack != null; ack = acks.poll()) {
            onEvent(ack, sequence);
        }
    }

    /** Drops the acks made here: the recorded ones are handed in instead. */
    public void dropAcks() {
        acks.clear();
    }

    /** Takes everything, as a ring with endless room. */
    private record AckQueue(Queue<PipelineEvent> acks) implements Publisher {

        @Override
        public boolean tryPublish(PipelineEvent event) {
            if (event.type() != EventType.ORDER_ACK) {
                throw new IllegalArgumentException("only order updates are published here");
            }
            PipelineEvent copy = new PipelineEvent();
            copy.copyFrom(event);
            return acks.add(copy);
        }

        @Override
        public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
            onClaimed.run();
            return tryPublish(event);
        }
    }
}
