package io.ringside.trading.engine;

import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.command.Verb;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.Updates;
import io.ringside.trading.risk.RiskDesk;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A whole trading engine at noon, feeds UP, BTCUSDT at 19,999.00 / 20,000.00, an account of 10,000 USDT, limits of 100
 * an order and 500 a position. Only the gateway is a fake. Everything is written down; a handler that throws ends the
 * test.
 */
public final class CoreRig {

    public static final Origin ALERTS = Origin.telegram(0, -99, 5, 0);
    public static final Origin USER = Origin.telegram(11, -22, 33, 0);
    public static final long TICK_NS = TimeUnit.MILLISECONDS.toNanos(1);

    /** One record of the journal: an event, or what was decided on it. */
    public record Entry(long sequence, PipelineEvent event, Decision decision) {
    }

    private final List<Entry> journal = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final Counters counters = new Counters();
    private final Counter failures = counters.counter("failures");
    private final Router router = new Router(() -> 0, failures);
    private final FakeGateway gateway = new FakeGateway(happened::add);
    private final long runId;
    private final FakeStrategy strategy;
    private final TradingEngine engine;
    private final List<List<SavedPart>> snapshots = new ArrayList<>();
    private boolean fullDisk;
    private long nowNs = RiskDesk.NOON_NS;
    private long nextSequence = 100;
    private long nextMessageId = 1;

    public CoreRig() {
        this(1, TradeFixtures.KNOWN, new FakeStrategy(), false);
        begin();
    }

    /** Before its first event: to be recovered. */
    public CoreRig(long runId, List<Instrument> instruments, FakeStrategy strategy, boolean strategyOn) {
        this(runId, instruments, List.of(strategy),
            Map.of("STRATEGIES", "fake", "STRATEGY", strategyOn ? "on" : "off"));
    }

    /** With strategies of these names, which are off. */
    public CoreRig(String names, FakeStrategy... strategies) {
        this(1, TradeFixtures.KNOWN, List.of(strategies), Map.of("STRATEGIES", names));
    }

    public CoreRig(long runId, List<Instrument> instruments, List<FakeStrategy> strategies,
                   Map<String, String> settings) {
        this.runId = runId;
        this.strategy = strategies.get(0);
        RunRecord run = CoreRun.of(runId, instruments, ALERTS, settings);
        StrategyTypes types = CoreRun.types(settings.get("STRATEGIES"), strategies);
        this.engine = new TradingEngine(run, types, books -> gateway, replies::add,
            (epochNs, trading) -> ReplyBody.text("as of " + epochNs + ": " + trading), counters);
        engine.recordTo(new Log());
        engine.attachTo(router, place -> { });
    }

    /** Feeds UP, a first quote, a first timer. */
    public CoreRig begin() {
        feed(0);
        feed(1);
        timer();
        quote(0, 1_999_900, 2_000_000);
        return this;
    }

    /** A later run, with what an earlier one has left: a snapshot, and the records after it. */
    public static CoreRig recovered(CoreRig old, List<SavedPart> snapshot, List<Entry> facts) throws IOException {
        return new CoreRig(old.runId + 1, TradeFixtures.KNOWN, new FakeStrategy(), false).after(old, snapshot, facts);
    }

    CoreRig after(CoreRig before, List<SavedPart> snapshot, List<Entry> facts) throws IOException {
        engine.snapshot().loadDurable(snapshot);
        Recovery recovery = engine.recovery();
        for (Entry fact : facts) {
            if (fact.event() != null) {
                recovery.onEvent(fact.event(), fact.sequence());
            } else {
                recovery.onDecision(fact.decision(), fact.sequence());
            }
        }
        recovery.finish();
        nowNs = before.nowNs;
        nextSequence = before.nextSequence;
        nextMessageId = before.nextMessageId;
        return this;
    }

    public TradingEngine engine() {
        return engine;
    }

    public TradingBooks books() {
        return engine.books();
    }

    public FakeGateway gateway() {
        return gateway;
    }

    public FakeStrategy strategy() {
        return strategy;
    }

    public Order order(long number) {
        return books().orders().find(number);
    }

    public long nowNs() {
        return nowNs;
    }

    public List<Entry> journal() {
        return journal;
    }

    /** One after each event so far. */
    public List<List<SavedPart>> snapshots() {
        return snapshots;
    }

    /** Decisions but for marks of losses, and calls of the gateway, in their order, since this was last asked. */
    public List<String> happened() {
        List<String> told = List.copyOf(happened);
        happened.clear();
        return told;
    }

    /** Texts that went to users, since this was last asked. */
    public List<Reply> replies() {
        List<Reply> told = List.copyOf(replies);
        replies.clear();
        return told;
    }

    public List<String> texts() {
        return replies().stream().map(PlainText::of).toList();
    }

    public List<Decision> decisions() {
        return journal.stream().filter(entry -> entry.decision() != null).map(Entry::decision).toList();
    }

    public long count(String counter) {
        return counters.all().stream().filter(one -> one.name().equals(counter)).findFirst().orElseThrow().value();
    }

    public void obstacle(String why) {
        engine.tradingState().setObstacle(why);
    }

    /** Gives a command in a new message, and tells what was answered. */
    public String give(Verb verb, String arguments) {
        return give(verb.code(), arguments, nextMessageId++);
    }

    public String give(int verbCode, String arguments, long messageId) {
        replies.clear();
        PipelineEvent event = new PipelineEvent();
        Origin origin = Origin.telegram(USER.userId(), USER.chatId(), USER.threadId(), messageId);
        event.command().set(origin, 1, verbCode, arguments, nowNs / 1_000_000, nowNs);
        emit(event);
        return replies.stream().map(PlainText::of).collect(Collectors.joining("\n"));
    }

    /** In hundredths. */
    public void quote(int symbolId, long bid, long ask) {
        PipelineEvent event = new PipelineEvent();
        event.tick().set(symbolId, 7, 0, nowNs);
        event.tick().setQuote(-2, -8, bid, 1, ask, 1);
        emit(event);
    }

    public void timer() {
        PipelineEvent event = new PipelineEvent();
        event.timer().set(nowNs);
        emit(event);
    }

    public void feed(int connection) {
        PipelineEvent event = new PipelineEvent();
        event.feedState().set(connection, FeedStatus.UP, nowNs, "quotes flow");
        emit(event);
    }

    public void ack(OrderUpdate update) {
        PipelineEvent event = new PipelineEvent();
        event.orderAck().set(update);
        emit(event);
    }

    public void state(long number, OrderStatus status) {
        ack(Updates.state(order(number), status, "", nowNs));
    }

    /** The whole order trades at once, at 20,000.00. */
    public void fill(long number) {
        fillRest(number, 0);
    }

    public void fillRest(long number, long from) {
        ack(Updates.trade(order(number), OrderStatus.FILLED, from, order(number).qty(), 2_000_000, nowNs));
    }

    /** Buys so much of BTCUSDT, in parts that the gate lets pass. */
    public void hold(String... quantities) {
        for (String quantity : quantities) {
            long number = books().orders().nextNumber();
            give(Verb.BUY, "BTCUSDT " + quantity);
            fill(number);
        }
        replies.clear();
        gateway.calls();
        happened.clear();
    }

    /** Time passes, and nothing happens. */
    public void pass(long ns) {
        nowNs += ns;
    }

    public List<SavedPart> snapshot() {
        try {
            return engine.snapshot().save(0);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** One millisecond and one sequence after the last. */
    private void emit(PipelineEvent event) {
        long sequence = nextSequence++;
        nowNs += TICK_NS;
        journal.add(new Entry(sequence, event, null));
        router.onEvent(event, sequence, true);
        if (failures.value() > 0) {
            throw new AssertionError("a handler failed on " + event.type() + " at sequence " + sequence);
        }
        snapshots.add(snapshot());
    }

    /** From now on an order cannot be journaled, and its journal halts trading. */
    public void fullDisk() {
        fullDisk = true;
    }

    /** Its position is the number of records. */
    private final class Log implements DecisionLog {

        @Override
        public void record(Decision decision, long sequence) {
            if (fullDisk && decision instanceof Decision.OrderPlaced) {
                engine.halt();
                return;
            }
            journal.add(new Entry(sequence, null, decision));
            if (!(decision instanceof Decision.LossMarked)) {
                happened.add(decision.getClass().getSimpleName());
            }
        }

        @Override
        public long position() {
            return journal.size();
        }
    }
}
