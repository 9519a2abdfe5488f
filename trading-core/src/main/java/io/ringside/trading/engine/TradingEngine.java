package io.ringside.trading.engine;

import io.ringside.core.event.EventType;
import io.ringside.core.event.ReplySink;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.account.Ledger;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.desk.TradingBooks;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.order.Orders;
import io.ringside.trading.paper.PaperVenue;
import io.ringside.trading.report.StatusText;
import io.ringside.trading.settings.TradingConfig;
import io.ringside.trading.strategy.MovingAverageCrossover;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Everything on the ring thread that a decision depends on, made from a {@link RunRecord} alone: the same engine trades
 * live, recovers and replays.
 *
 * <p><em>Threading:</em> the ring thread, after its owner has built and recovered it.
 */
public final class TradingEngine {

    private final Quotes quotes;
    private final FeedHealth health;
    private final PaperVenue venue;
    private final TradingCore core;

    /**
     * What an engine is connected to.
     *
     * @param acks      takes the paper venue's answers; never waits
     * @param replies   takes texts for people
     * @param decisions takes what is decided
     * @param status    makes the answer to {@code /status}
     * @param obstacle  why trading cannot be resumed now; null when it can
     */
    record Ports(Publisher acks, ReplySink replies, DecisionLog decisions, StatusText status,
                 Supplier<String> obstacle) {
    }

    TradingEngine(RunRecord run, TradingConfig config, Ports ports, Counters counters) {
        Instruments instruments = run.tradable();
        this.quotes = new Quotes(Symbols.of(run.symbols()));
        this.health = new FeedHealth(run.connections(), run.startEpochNs());
        TradingBooks books = new TradingBooks(new RingTime(), instruments, quotes, new Orders(instruments),
            new Ledger(instruments, config.paper().balances()));
        this.venue = new PaperVenue(config.paper(), instruments, books.time(), ports.acks());
        this.core = new TradingCore(books, new TradingSetup(config.limits(), health,
            symbolId -> run.connectionOf()[symbolId], venue, "on paper",
            MovingAverageCrossover.of(config.strategyParameters(), instruments, run.alerts()), config.strategyOn(),
            run.runId(), run.alerts(), ports.decisions(), ports.replies(), ports.status(), ports.obstacle()), counters);
        core.snapshot().passing("venue", venue);
    }

    /** Who sees which event, in this order; the journal, if any, is subscribed before. */
    public void attachTo(Router router) {
        RingTime time = core.books().time();
        for (EventType type : EventType.values()) {
            router.subscribe(type, "time", time);
        }
        router
            .onTick("quotes", quotes)
            .onTimer("quotes", quotes)
            .onFeedState("health", health)
            .onTick("venue", venue)
            .onTimer("venue", venue)
            .onOrderAck("venue", venue);
        core.attachTo(router);
    }

    /** Behind all others: answers that found the ring full are offered again after every event. */
    public void attachRetriesTo(Router router) {
        for (EventType type : EventType.values()) {
            router.subscribe(type, "venue", (event, sequence) -> {
                if (venue.hasWaiting()) {
                    venue.retry();
                }
            });
        }
    }

    void save(DataOutput out) throws IOException {
        core.snapshot().save(out);
    }

    /** Everything, to go on in the middle of a run. */
    void load(DataInput in) throws IOException {
        core.snapshot().loadAll(in);
    }

    /** What outlives a process; {@link #rebuildVenue()} follows once all facts behind it are in. */
    void loadLasting(DataInput in) throws IOException {
        core.snapshot().loadLasting(in);
    }

    /** Makes the venue agree with the recovered orders and balances. */
    void rebuildVenue() {
        TradingBooks books = core.books();
        venue.rebuild(books.ledger().balances(), books.orders().open(), books.orders().highestExchangeOrderId());
    }

    public TradingCore core() {
        return core;
    }

    public Quotes quotes() {
        return quotes;
    }

    public FeedHealth health() {
        return health;
    }

    public PaperVenue venue() {
        return venue;
    }
}
