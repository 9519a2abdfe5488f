package io.ringside.trading.engine;

import io.ringside.core.command.ReplySink;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.command.CommandDesk;
import io.ringside.trading.command.CommandDeskParts;
import io.ringside.trading.command.RecentCommands;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.decision.Snapshot;
import io.ringside.trading.desk.LoggedReplies;
import io.ringside.trading.desk.TradingBooks;
import io.ringside.trading.desk.TradingCounters;
import io.ringside.trading.desk.TradingDesk;
import io.ringside.trading.order.ClientOrderIds;
import io.ringside.trading.report.TradeReports;
import io.ringside.trading.risk.LossLimits;
import io.ringside.trading.risk.RiskGate;
import io.ringside.trading.risk.RiskView;
import io.ringside.trading.risk.TradingState;
import io.ringside.trading.strategy.StrategyHost;

/**
 * Everything on the ring thread that decides about orders, wired: desk, risk gate, strategy, commands. The same object
 * runs live, in a recovery and in a replay.
 *
 * <p><em>Threading:</em> the ring thread, after it has been built and recovered by its owner.
 */
public final class TradingCore {

    private final TradingBooks books;
    private final TradingState tradingState;
    private final LossLimits losses;
    private final RiskGate risk;
    private final TradingDesk desk;
    private final StrategyHost host;
    private final CommandDesk commands;
    private final Restart restart;
    private final Snapshot snapshot;

    public TradingCore(TradingBooks books, TradingSetup setup, Counters counters) {
        this.books = books;
        DecisionLog decisions = setup.decisions();
        ReplySink replies = new LoggedReplies(setup.replies(), decisions, books.time());
        RecentCommands recent = new RecentCommands();
        this.tradingState = new TradingState(decisions);
        this.losses = new LossLimits(books.ledger(), books.quotes(), books.time(), decisions);
        this.risk = new RiskGate(setup.limits(), new RiskView(books.time(), books.quotes(), setup.health(),
            setup.connectionOf(), books.orders(), books.ledger(), tradingState, losses));
        this.desk = new TradingDesk(books, risk, losses, setup.gateway(), decisions, replies,
            new ClientOrderIds(setup.runId()), TradingCounters.in(counters));
        this.host = new StrategyHost(setup.strategy(), setup.strategyOn(), desk, decisions, books.time());
        desk.onChange(host::onOrderAck);
        this.commands = new CommandDesk(new CommandDeskParts(books, desk, tradingState, host, recent, setup.status(),
            replies, setup.replies(), setup.venue(), setup.obstacle()));
        this.restart = new Restart(books, tradingState, recent, desk, replies, setup.alerts());
        this.snapshot = new Snapshot()
            .lasting("time", books.time())
            .lasting("orders", books.orders())
            .lasting("ledger", books.ledger())
            .lasting("tradingState", tradingState)
            .lasting("losses", losses)
            .lasting("risk", risk)
            .lasting("commands", recent)
            .lasting("strategy switch", host)
            .lasting("restart", restart)
            .passing("quotes", books.quotes())
            .passing("health", setup.health())
            .passing("strategy", setup.strategy());
    }

    /** Subscribes what decides, behind whatever must see an event before. */
    public void attachTo(Router router) {
        router
            .onTick("strategy", host)
            .onTimer("losses", (epochNs, sequence) -> losses.onTimer(sequence))
            .onTimer("strategy", host)
            .onTimer("restart", restart)
            .onOrderAck("desk", desk)
            .onCommand("commands", commands);
    }

    /** To add further parts to. */
    public Snapshot snapshot() {
        return snapshot;
    }

    public TradingBooks books() {
        return books;
    }

    public StrategyHost strategy() {
        return host;
    }

    /** Orders, executions and profit so far, for people. */
    public String summary() {
        return new TradeReports(books).summary();
    }

    /** Facts of the journal in, instead of events: rebuilds state without deciding anything. */
    public Recovery recovery() {
        return new Recovery(books, tradingState, losses, risk, host, restart);
    }

    /** No order leaves from the event at work on, until somebody resumes trading. */
    public void halt() {
        tradingState.halt(books.time().sequence());
    }
}
