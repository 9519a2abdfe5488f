package io.ringside.trading.engine;

import io.ringside.core.command.ReplySink;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.command.CommandDesk;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.desk.AckDesk;
import io.ringside.trading.desk.LoggedReplies;
import io.ringside.trading.desk.PlanDesk;
import io.ringside.trading.desk.TradingDesk;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.order.ClientOrderIds;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderGateway;
import io.ringside.trading.paper.PaperVenue;
import io.ringside.trading.report.StatusText;
import io.ringside.trading.risk.LossLimits;
import io.ringside.trading.risk.RiskGate;
import io.ringside.trading.risk.TradingState;
import io.ringside.trading.settings.BadSettings;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.settings.TradingConfig;
import io.ringside.trading.snapshot.Snapshot;
import io.ringside.trading.strategy.Strategies;
import io.ringside.trading.strategy.StrategyConfig;
import io.ringside.trading.strategy.StrategyHost;
import io.ringside.trading.strategy.StrategyLog;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything on the ring thread that a decision depends on, built from a {@link RunRecord} alone: the same engine
 * trades live, recovers and replays. {@link #attachTo} is the one list of handlers, in ring order.
 *
 * <p>It takes events from the caller's {@link Router}, and gives decisions to a {@link DecisionLog}, order updates of
 * the paper venue to a {@link Publisher}, and replies to a {@link ReplySink}.
 *
 * <p><em>Threading:</em> the ring thread, after its owner has built and recovered it. A tick without an order allocates
 * nothing.
 */
public final class TradingEngine {

    private final TradingBooks books;
    private final FeedHealth health;
    private final OrderGateway gateway;
    private final TradingState tradingState;
    private final LossLimits losses;
    private final RiskGate risk;
    private final PlanDesk plans;
    private final AckDesk acks;
    private final Strategies strategies;
    private final CommandDesk commands;
    private final Restart restart;
    private final Snapshot snapshot = new Snapshot();
    private final DecisionRelay decisions = new DecisionRelay();

    /** An engine on paper; {@code acks} takes the order updates, which must come back through the router. */
    static TradingEngine onPaper(RunRecord run, StrategyTypes types, Publisher acks, ReplySink replies,
                                 StatusText status, Counters counters) {
        return new TradingEngine(run, types, books -> new PaperVenue(run.trading().paper(), books.instruments(),
            books.time(), acks), replies, status, counters);
    }

    /**
     * An engine that trades through a gateway.
     *
     * @param venue   makes the gateway, on the run's account; its order updates must come back through the router
     * @param replies takes texts for users
     * @param status  makes the answer to {@code /status}
     * @throws BadSettings for settings of the run that this version does not accept
     */
    public TradingEngine(RunRecord run, StrategyTypes types, Function<TradingBooks, OrderGateway> venue,
                         ReplySink replies, StatusText status, Counters counters) {
        TradingConfig config = run.trading();
        books = TradingBooks.of(Symbols.of(run.symbols()), run.tradable(), config.paper().balances());
        health = new FeedHealth(run.connectionOf(), run.connections(), run.startEpochNs());
        gateway = venue.apply(books);
        if (gateway.account() != run.account()) {
            throw new IllegalArgumentException("gateway on " + gateway.account() + ", run on " + run.account());
        }
        LoggedReplies logged = new LoggedReplies(replies, decisions, books.time());
        tradingState = new TradingState(decisions);
        losses = new LossLimits(run.account(), books.portfolio(), books.quotes(), books.time(), decisions);
        risk = new RiskGate(config.limits(), books, health, tradingState, losses);
        TradingDesk desk = new TradingDesk(books, risk, gateway, decisions, logged,
            new ClientOrderIds(ClientOrderIds.FIRST_INSTANCE, run.runId()), counters);
        plans = new PlanDesk(desk, risk, decisions, logged);
        StrategyLog strategyLog = new StrategyLog(decisions, books.time(), logged, run.alerts());
        strategies = new Strategies(config.strategies().stream()
            .map(one -> host(one, types, run.alerts(), strategyLog)).toList());
        acks = new AckDesk(plans, losses, strategies::onOrderAck, counters);
        commands = new CommandDesk(plans, tradingState, strategies, status, logged);
        restart = new Restart(plans, tradingState, commands.recent(), logged, run.alerts());
        snapshot
            .addDurable("time", books.time())
            .addDurable("rules", books.instruments())
            .addDurable("orders", books.orders())
            .addDurable("portfolio", books.portfolio())
            .addDurable("history", books.history())
            .addDurable("tradingState", tradingState)
            .addDurable("losses", losses)
            .addDurable("risk", risk)
            .addDurable("commands", commands.recent())
            .addDurable("strategies", strategies.switches())
            .addDurable("strategy memories", strategies.memories())
            .addDurable("plans", plans.plans())
            .addDurable("restart", restart)
            .addTransient("quotes", books.quotes())
            .addTransient("health", health)
            .addTransient("strategy states", strategies.states());
        if (gateway instanceof PaperVenue paper) {
            snapshot.addTransient("venue", paper);
        }
    }

    /**
     * Subscribes every handler in ring order, top to bottom: live, offline and in a replay.
     *
     * @param process subscribes the handlers of a place to the same router
     */
    public void attachTo(Router router, Consumer<Place> process) {
        process.accept(Place.JOURNAL);
        process.accept(Place.TERMINAL);
        router.onEvery("time", books.time());
        router.onRules("rules", books.instruments());
        router.onRules("portfolio", books.portfolio());
        router.onTick("quotes", books.quotes());
        router.onTimer("quotes", books.quotes());
        router.onFeedState("health", health);
        if (gateway instanceof PaperVenue paper) {
            router.onTick("venue", paper);
            router.onTimer("venue", paper);
            router.onOrderAck("venue", paper);
        }
        router.onOrderAck("desk", acks);
        router.onTimer("losses", losses);
        router.onTick("strategy", strategies);
        router.onTimer("strategy", strategies);
        router.onTimer("restart", restart);
        router.onTimer("plans", plans);
        router.onCommand("commands", commands);
        process.accept(Place.SLEEPER);
        process.accept(Place.TICK_PRINTER);
        process.accept(Place.LATENCY);
        if (gateway instanceof PaperVenue paper) {
            // Updates that have become due or found the ring full are offered after every event.
            router.onEvery("venue", (event, sequence) -> paper.retry());
        }
    }

    /** Records decisions there from now on; before, they are dropped. */
    public void recordTo(DecisionLog log) {
        decisions.to(log);
    }

    /** All state: to be saved between two events, and loaded before {@link #reconcile()} or a replay. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** Tells the gateway which orders and balances were recovered. */
    void reconcile() {
        gateway.reconcile(books.portfolio().balances(), books.orders().open().stream().map(Order::sent).toList());
    }

    /** Rebuilds state from the journal's facts without deciding anything. */
    Recovery recovery() {
        return new Recovery(books, tradingState, losses, risk, strategies, restart);
    }

    /** No order leaves after the current event until a user resumes trading. */
    public void halt() {
        tradingState.halt(books.time().sequence());
    }

    /** Where its orders go. */
    public AccountId account() {
        return gateway.account();
    }

    public TradingBooks books() {
        return books;
    }

    public FeedHealth health() {
        return health;
    }

    public TradingState tradingState() {
        return tradingState;
    }

    public Strategies strategies() {
        return strategies;
    }

    /** Only for an engine that trades on paper. */
    public PaperVenue venue() {
        return (PaperVenue) gateway;
    }

    private StrategyHost host(StrategyConfig config, StrategyTypes types, Origin alerts, StrategyLog strategyLog) {
        return new StrategyHost(config, types.make(config, books.instruments(), alerts),
            plans.trader(config.name()), strategyLog);
    }
}
