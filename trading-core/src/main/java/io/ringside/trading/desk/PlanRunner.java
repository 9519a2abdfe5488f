package io.ringside.trading.desk;

import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Cause;
import io.ringside.trading.decision.Intent;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Grid;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.risk.RiskGate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes the steps of a plan that can be taken now: asks for the cancels that its sales depend on, and places the sales
 * that can leave, in parts no larger than the largest order.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class PlanRunner {

    /** How long a sale waits for a current quote, or for a venue that does not take it. */
    static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);
    /** The same after a restart, when the feed has yet to come up. */
    static final long RESUMED_PATIENCE_NS = TimeUnit.MINUTES.toNanos(5);
    /** How long a plan waits for the venue: for the end of its orders, and of those that it has canceled. */
    static final long VENUE_PATIENCE_NS = TimeUnit.MINUTES.toNanos(3);
    static final long RETRY_NS = TimeUnit.SECONDS.toNanos(1);
    /** Orders of one sale that are open at the same time. */
    static final int MOST_OPEN = 20;

    private final TradingDesk desk;
    private final TradingBooks books;
    private final RiskGate risk;
    private final PlanLegs legs;

    PlanRunner(TradingDesk desk, RiskGate risk, PlanLegs legs) {
        this.desk = desk;
        this.books = desk.books();
        this.risk = risk;
        this.legs = legs;
    }

    /** True while something may still come of the plan. */
    boolean advance(Plan plan) {
        long nowEpochNs = books.time().epochNs();
        long waitedNs = plan.pace().waitedNs(nowEpochNs);
        boolean canceling = plan.isCloseAll() && cancelOthers(plan);
        boolean waiting = false;
        for (PlanLegs.Leg leg : legs.of(plan)) {
            waiting |= mayStillSell(plan, leg, nowEpochNs, waitedNs);
        }
        long patienceNs = plan.pace().isResumed() ? RESUMED_PATIENCE_NS : PATIENCE_NS;
        boolean open = canceling || !legs.open(plan).isEmpty();
        return open && waitedNs < VENUE_PATIENCE_NS || waiting && waitedNs < patienceNs;
    }

    /** Asks once for each order; false when there are no others. */
    private boolean cancelOthers(Plan plan) {
        List<Order> others = books.orders().open().stream().filter(order -> !plan.isOwn(order)).toList();
        Cause cause = new Cause(plan.origin(), OrderRequest.USER, Intent.EXIT, plan.number());
        for (Order order : others) {
            if (plan.pace().askToCancel(order.number()) && !desk.cancel(order, cause)) {
                plan.pace().askAgain(order.number());
            }
        }
        return !others.isEmpty();
    }

    private boolean mayStillSell(Plan plan, PlanLegs.Leg leg, long nowEpochNs, long waitedNs) {
        if (leg.isHopeless()) {
            return false;
        }
        if (leg.isBlocked() && waitedNs < PATIENCE_NS) {
            return true;
        }
        if (legs.isDust(leg)) {
            return false;
        }
        return risk.exits().staleness(leg.instrument()) != null || plan.pace().isPaused(nowEpochNs)
            || place(plan, leg, nowEpochNs);
    }

    /** True if something is left to be placed later. */
    private boolean place(Plan plan, PlanLegs.Leg leg, long nowEpochNs) {
        Grid grid = leg.instrument().marketQty();
        long least = risk.exits().leastPerSale(leg.instrument());
        long most = risk.exits().mostPerSale(leg.instrument());
        long left = leg.steps();
        for (long open = openOf(plan, leg); left >= least && open < MOST_OPEN; open++) {
            long parts = (left + most - 1) / most;
            long part = Math.min(Math.min(most, left), grid.ceilingOf(left, parts));
            Placement placement = desk.place(request(plan, leg, part), plan.number());
            if (!placement.isPlaced()) {
                plan.pace().pause(nowEpochNs + RETRY_NS, placement.rejection());
                return true;
            }
            plan.onPlaced(books.orders().find(placement.number()).placed());
            left -= part;
        }
        return left >= least;
    }

    private long openOf(Plan plan, PlanLegs.Leg leg) {
        return books.orders().openOf(leg.source()).stream()
            .filter(order -> plan.isOwn(order) && order.placed().symbolId() == leg.instrument().symbolId()).count();
    }

    private static OrderRequest request(Plan plan, PlanLegs.Leg leg, long qty) {
        return new OrderRequest(leg.instrument(), Side.SELL, OrderType.MARKET, TimeInForce.GTC, qty, 0, plan.origin(),
            leg.source(), plan.reasoning());
    }
}
