package io.ringside.trading.desk;

import io.ringside.core.command.ReplySink;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.account.Assets;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.account.Worth;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Cause;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.AssetValued;
import io.ringside.trading.decision.Decision.CancelRejected;
import io.ringside.trading.decision.Decision.CancelRequested;
import io.ringside.trading.decision.Decision.OrderOutcome;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.OrderRejected;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.decision.Intent;
import io.ringside.trading.decision.Outcome;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Amounts;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.ClientOrderIds;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderGateway;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.risk.RiskGate;
import io.ringside.trading.risk.RiskVerdict;
import java.math.BigDecimal;
import java.util.List;

/**
 * Every single order goes through here, whoever placed it: request, risk gate, journal, gateway. Requests come by way
 * of the {@link PlanDesk}.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class TradingDesk {

    private static final String BUSY = "the order gateway is busy";

    private final TradingBooks books;
    private final RiskGate risk;
    private final OrderGateway gateway;
    private final DecisionLog decisions;
    private final OrderNotifier notifier;
    private final ClientOrderIds ids;
    private final Counter rejected;

    public TradingDesk(TradingBooks books, RiskGate risk, OrderGateway gateway, DecisionLog decisions,
                       ReplySink replies, ClientOrderIds ids, Counters counters) {
        this.books = books;
        this.risk = risk;
        this.gateway = gateway;
        this.decisions = decisions;
        this.notifier = new OrderNotifier(replies);
        this.ids = ids;
        this.rejected = counters.counter("orders rejected by risk");
    }

    public TradingBooks books() {
        return books;
    }

    /** The account its orders trade on. */
    public AccountId account() {
        return gateway.account();
    }

    /** {@code plan} is the number of the plan that the order is a part of; 0 for none. */
    Placement place(OrderRequest request, long plan) {
        Intent intent = risk.exits().isExit(request) ? Intent.EXIT : Intent.ENTRY;
        Cause cause = new Cause(request.origin(), request.source(), intent, plan);
        RiskVerdict verdict = risk.check(request, books.time().sequence());
        if (verdict.passed()) {
            return submit(request, cause, verdict);
        }
        rejected.increment();
        record(new OrderRejected(gateway.account(), request.terms(), cause, verdict.rule(), verdict.rejection()));
        return Placement.rejected(verdict.rejection());
    }

    /** Cancels on behalf of whoever placed the order; false when the gateway cannot take the request now. */
    boolean cancel(Order order) {
        return cancel(order, order.placed().cause());
    }

    /** False when the gateway cannot take the request now. */
    public boolean cancel(Order order, Cause cause) {
        OrderPlaced placed = order.placed();
        record(new CancelRequested(order.number(), placed.account(), cause, ""));
        boolean taken = gateway.cancel(order.sent(), decisions.position());
        if (!taken) {
            record(new CancelRejected(order.number(), placed.account(), placed.source(), BUSY));
        }
        return taken;
    }

    /** Tells users what becomes of orders. */
    OrderNotifier notifier() {
        return notifier;
    }

    /** Asks for the outcome of every order that is unknown; true when all could be asked. */
    public boolean resolveUnknown() {
        boolean all = true;
        for (Order order : List.copyOf(books.orders().open())) {
            if (order.status() == OrderStatus.UNKNOWN) {
                all &= gateway.resolve(order.sent());
            }
        }
        return all;
    }

    private Placement submit(OrderRequest request, Cause cause, RiskVerdict verdict) {
        Instrument instrument = request.instrument();
        valueWhatPays(request);
        long number = books.orders().nextNumber();
        OrderPlaced placed = new OrderPlaced(number, gateway.account(), ids.of(number), request.terms(),
            cause, books.time().epochNs(),
            Rationale.of(request, books.quotes().newest(instrument.symbolId()), verdict, books.time()));
        // Journaled first: an order that may have left is known by its id whenever the process dies.
        record(placed);
        long journalPosition = decisions.position();
        if (risk.isHalted()) {
            // The gate saw no halt, so the journal has halted trading just now: it could not take the order.
            return Placement.rejected("✗ " + request.text() + " not sent: it could not be journaled");
        }
        Order order = books.orders().add(placed);
        risk.onPlaced(placed.epochNs());
        if (!gateway.submit(order.placed(), journalPosition)) {
            record(new OrderOutcome(number, placed.account(), placed.source(), Outcome.NOT_PLACED, BUSY));
            books.orders().endUnsent(number, BUSY, books.time().epochNs());
            return Placement.rejected("✗ " + order.text() + " not sent: " + BUSY);
        }
        notifier.onPlaced(order);
        return Placement.placed(number);
    }

    /** Units that have no cost take the touch when they pay for something; it is journaled, as quotes may not be. */
    private void valueWhatPays(OrderRequest request) {
        Portfolio portfolio = books.portfolio();
        String asset = Assets.quote(request.instrument());
        boolean hasNoCost = request.side() == Side.BUY && portfolio.held(Portfolio.EXTERNAL, asset).signum() > 0;
        Worth touch = hasNoCost ? portfolio.worth(asset, books::touch) : null;
        if (touch == null) {
            return;
        }
        Worth worth = new Worth(touch.costAsset(), new BigDecimal(Amounts.text(touch.price())));
        if (!worth.equals(portfolio.valued(asset))) {
            record(new AssetValued(gateway.account(), asset, worth.costAsset(), Amounts.text(worth.price())));
            if (!risk.isHalted()) {
                portfolio.value(asset, worth);
            }
        }
    }

    private void record(Decision decision) {
        decisions.record(decision, books.time().sequence());
    }
}
