package io.ringside.trading.desk;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Symbols;
import io.ringside.core.route.TimerHandler;
import io.ringside.trading.account.Fill;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Decision.PlanEnded;
import io.ringside.trading.decision.Decision.PlanStarted;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.decision.PlanKind;
import io.ringside.trading.decision.PlanOutcome;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.risk.RiskGate;
import io.ringside.trading.strategy.Trader;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every request for an order comes here first. What takes more than one order becomes a plan: {@code /closeall}, and
 * market sales that are larger than one order may be or wait for a current quote. A plan is journaled when it starts
 * and when it ends, and its orders name it: so it goes on after a crash where it was. A stop of trading ends it. While
 * {@code /closeall} goes on the gate takes no entries.
 *
 * <p><em>Threading:</em> the ring thread. A timer without a plan does nothing.
 */
public final class PlanDesk implements TimerHandler {

    private static final int MOST_REASON_CHARS = 500;

    private final TradingDesk desk;
    private final TradingBooks books;
    private final RiskGate risk;
    private final DecisionLog decisions;
    private final ReplySink replies;
    private final Plans plans;
    private final PlanLegs legs;
    private final PlanRunner runner;

    public PlanDesk(TradingDesk desk, RiskGate risk, DecisionLog decisions, ReplySink replies) {
        this.desk = desk;
        this.books = desk.books();
        this.risk = risk;
        this.decisions = decisions;
        this.replies = replies;
        this.plans = new Plans(books.instruments());
        this.legs = new PlanLegs(books, risk);
        this.runner = new PlanRunner(desk, risk, legs);
        risk.barEntriesWhile(() -> plans.closing() == null ? null : plans.closing().text());
    }

    public TradingDesk desk() {
        return desk;
    }

    public RiskGate risk() {
        return risk;
    }

    /** The plans that go on. */
    public Plans plans() {
        return plans;
    }

    /** The desk for one source: the name of a strategy. */
    public Trader trader(String source) {
        return new SourceTrader(books, source, this::place, desk::cancel);
    }

    /**
     * Places an order. A market sale above the largest order allowed becomes a plan: the limit must not lock a position
     * in. One for more than the account has free does not: it is a typo, and the gate rejects it. A user's market exit
     * whose quote is not current also becomes a plan, and waits for one.
     */
    public Placement place(OrderRequest request) {
        Instrument instrument = request.instrument();
        if (!request.isMarketSale() || risk.isHalted() || plans.closing() != null || !instrument.trading()
            || !risk.exits().isSellable(request)) {
            return desk.place(request, 0);
        }
        boolean stale = risk.exits().staleness(instrument) != null;
        boolean waits = stale && request.source().equals(OrderRequest.USER) && risk.exits().isExit(request);
        boolean divided = !stale && request.qty() > risk.exits().mostPerSale(instrument);
        return waits || divided ? divide(request) : desk.place(request, 0);
    }

    /** {@code /closeall}: cancels what is open and sells every book but the external one. Returns the answer. */
    public String closeAll(Origin origin) {
        if (risk.isHalted()) {
            return risk.haltRejection();
        }
        Plan before = plans.closing();
        if (before != null) {
            return "✗ " + before.text() + " goes on already; /stop ends it" + lines(legs.report(before));
        }
        int open = books.orders().open().size();
        if (open == 0 && books.portfolio().books().isEmpty()) {
            return "nothing is open and nothing is held";
        }
        plans.running().forEach(sale -> tell(sale, end(sale, PlanOutcome.LEFT)));
        Plan plan = start(new PlanStarted(plans.nextNumber(), desk.account(), PlanKind.CLOSE_ALL, origin, "",
            Symbols.UNKNOWN, 0, 0, books.time().epochNs()));
        if (!runner.advance(plan)) {
            return end(plan, legs.isDone(plan) ? PlanOutcome.DONE : PlanOutcome.LEFT);
        }
        return "✓ " + plan.text() + " started, orders to cancel: " + open + ", sales sent: " + legs.open(plan).size()
            + "; the result follows";
    }

    @Override
    public void onTimer(long epochNs, long sequence) {
        advanceAll();
    }

    /** After the portfolio. */
    void onFill(Order order, Fill fill) {
        plans.onFill(order, fill);
        Plan plan = plans.of(order);
        if (plan != null) {
            plan.pace().onProgress(books.time().epochNs());
        }
    }

    /** An order of any source has ended: the next step may be possible now. */
    void onEnded(Order order) {
        plans.onEnded(order);
        Plan plan = plans.of(order);
        long nowEpochNs = books.time().epochNs();
        if (plan != null && order.filledQty() == 0 && order.status() != OrderStatus.CANCELED) {
            plan.pace().pause(nowEpochNs + PlanRunner.RETRY_NS, order.text() + ": " + order.reason());
        } else if (plans.closing() != null) {
            plans.closing().pace().onProgress(nowEpochNs);
        }
        advanceAll();
    }

    private Placement divide(OrderRequest request) {
        long first = books.orders().nextNumber();
        Plan plan = start(new PlanStarted(plans.nextNumber(), desk.account(), PlanKind.DIVIDED_SALE, request.origin(),
            request.source(), request.instrument().symbolId(), request.qty(), request.instrument().qty().exponent(),
            books.time().epochNs()));
        boolean goesOn = runner.advance(plan);
        int sent = legs.open(plan).size();
        if (sent > 0) {
            return new Placement(first, sent, "");
        }
        String staleness = risk.exits().staleness(request.instrument());
        if (goesOn && staleness != null) {
            tell(plan, "✓ " + plan.text() + " waits up to 10 s for a current quote: " + staleness);
            return Placement.waiting();
        }
        String why = plan.pace().failure();
        end(plan, PlanOutcome.LEFT);
        return Placement.rejected(why);
    }

    private Plan start(PlanStarted started) {
        decisions.record(started, books.time().sequence());
        return plans.start(started);
    }

    private void advanceAll() {
        for (Plan plan : plans.running()) {
            if (risk.isHalted()) {
                tell(plan, end(plan, PlanOutcome.STOPPED));
            } else if (!runner.advance(plan)) {
                tell(plan, end(plan, legs.isDone(plan) ? PlanOutcome.DONE : PlanOutcome.LEFT));
            }
        }
    }

    /** Returns the result in words. */
    private String end(Plan plan, PlanOutcome outcome) {
        List<String> report = legs.report(plan);
        String reason = String.join("; ", report);
        PlanEnded ended = new PlanEnded(plan.number(), plan.account(), outcome,
            reason.length() > MOST_REASON_CHARS ? reason.substring(0, MOST_REASON_CHARS) : reason);
        decisions.record(ended, books.time().sequence());
        plans.end(ended);
        return switch (outcome) {
            case DONE -> "✓ " + plan.text() + " is done";
            case STOPPED -> "✗ " + plan.text() + " has ended: trading is stopped, /start resumes";
            case LEFT -> "✗ " + plan.text() + " has ended: not all is sold";
        } + lines(report);
    }

    private static String lines(List<String> report) {
        return report.stream().map(line -> "\n" + line).collect(Collectors.joining());
    }

    private void tell(Plan plan, String text) {
        replies.offer(Reply.ofOrder(plan.origin(), 0, text));
    }
}
