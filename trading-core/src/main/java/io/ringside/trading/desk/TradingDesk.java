package io.ringside.trading.desk;

import io.ringside.core.command.ReplySink;
import io.ringside.core.event.OrderAck;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.route.OrderAckHandler;
import io.ringside.core.runtime.Counter;
import io.ringside.trading.account.Fill;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.CancelRequested;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.OrderRejected;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.ClientOrderIds;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderGateway;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.risk.LossLimits;
import io.ringside.trading.risk.RiskGate;
import io.ringside.trading.risk.RiskVerdict;
import java.util.List;
import java.util.function.Consumer;

/**
 * The one way of every order: request, risk gate, journal, gateway; and the one way of every answer: order, ledger,
 * people, strategy.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class TradingDesk implements OrderAckHandler {

    private final TradingBooks books;
    private final RiskGate risk;
    private final LossLimits losses;
    private final OrderGateway gateway;
    private final DecisionLog decisions;
    private final OrderNotifier news;
    private final ClientOrderIds ids;
    private final Counter refused;
    private final Counter unknownOrderAcks;
    private Consumer<Order> listener = order -> { };

    public TradingDesk(TradingBooks books, RiskGate risk, LossLimits losses, OrderGateway gateway,
                       DecisionLog decisions, ReplySink replies, ClientOrderIds ids, TradingCounters counters) {
        this.books = books;
        this.risk = risk;
        this.losses = losses;
        this.gateway = gateway;
        this.decisions = decisions;
        this.news = new OrderNotifier(replies);
        this.ids = ids;
        this.refused = counters.refused();
        this.unknownOrderAcks = counters.unknownOrderAcks();
    }

    public TradingBooks books() {
        return books;
    }

    /** Told of each order that an ack has changed. */
    public void onChange(Consumer<Order> orderListener) {
        listener = orderListener;
    }

    /**
     * A market sale above the largest order allowed leaves in parts, each of which passes the gate: the limit must not
     * lock a position in. An order for more than the account holds is not split: it is a typo, and the limit
     * rejects it.
     */
    public Placement place(OrderRequest request) {
        long most = request.isMarketSale() ? risk.mostPerSale(request.instrument()) : 0;
        if (most <= 0 || request.qty() <= most || !isOwned(request)) {
            return placeOne(request);
        }
        long left = request.qty();
        Placement placement = null;
        for (long parts = (left + most - 1) / most; parts > 0; parts--) {
            long part = Math.min(Math.min(most, left), request.instrument().marketQty().ceilingOf(left, parts));
            Placement next = placeOne(request.withQty(part));
            placement = placement == null ? next : placement.and(next);
            if (!next.isPlaced()) {
                return placement;
            }
            left -= part;
        }
        return placement;
    }

    private boolean isOwned(OrderRequest request) {
        Instrument instrument = request.instrument();
        return instrument.qty().value(request.qty()).compareTo(books.ledger().balance(instrument.baseAsset())) <= 0;
    }

    private Placement placeOne(OrderRequest request) {
        RiskVerdict verdict = risk.check(request, books.time().sequence());
        if (verdict.passed()) {
            return submit(request, verdict);
        }
        refused.increment();
        decisions.record(new OrderRejected(AccountId.PAPER, request.terms(), request.origin(), request.source(),
            verdict.refusal()), books.time().sequence());
        return Placement.rejected(verdict.refusal());
    }

    /** False when the gateway cannot take the request now. */
    public boolean cancel(Order order) {
        decisions.record(new CancelRequested(order.number(), order.placed().account(),
            order.placed().source()), books.time().sequence());
        return gateway.tryCancel(order);
    }

    /** Asks for the outcome of every order that is unknown; true when all could be asked. */
    public boolean resolveUnknown() {
        boolean all = true;
        for (Order order : List.copyOf(books.orders().open())) {
            if (order.status() == OrderStatus.UNKNOWN) {
                all &= gateway.tryResolve(order);
            }
        }
        return all;
    }

    @Override
    public void onOrderAck(OrderAck ack, long sequence) {
        OrderUpdate update = ack.update();
        Order order = books.orders().find(update.clientOrderId());
        if (order == null) {
            unknownOrderAcks.increment();
            return;
        }
        boolean wasOpen = order.isOpen();
        Fill fill = books.applyExecution(order, update, sequence);
        if (fill != null) {
            losses.onFill(fill);
        }
        if (books.orders().applyStatus(order, update) || fill != null) {
            news.onChange(order, wasOpen);
            listener.accept(order);
        }
    }

    private Placement submit(OrderRequest request, RiskVerdict verdict) {
        Instrument instrument = request.instrument();
        long number = books.orders().nextNumber();
        OrderPlaced placed = new OrderPlaced(number, AccountId.PAPER, ids.of(number), request.terms(),
            request.origin(), request.source(), books.time().epochNs(),
            Rationale.of(request, books.quotes().newest(instrument.symbolId()), verdict, books.time()));
        // Journaled first: an order that may have left is known by its id whenever the process dies.
        decisions.record(placed, books.time().sequence());
        if (risk.isHalted()) {
            // The gate saw no halt, so the journal has halted trading just now: it could not take the order.
            return Placement.rejected("✗ " + request.text() + " not sent: it could not be journaled");
        }
        Order order = books.orders().add(placed);
        risk.onPlaced(placed.epochNs());
        if (!gateway.trySubmit(order)) {
            books.orders().applyStatus(order, notTaken(order));
            return Placement.rejected("✗ " + order.text() + " not sent: the order gateway is busy");
        }
        news.onPlaced(order);
        return Placement.placed(number);
    }

    private OrderUpdate notTaken(Order order) {
        return OrderUpdate.rejected(new Ids(order.placed().account().code(), order.placed().symbolId(),
            order.clientOrderId(), ""), Report.event(books.time().epochNs(), "the order gateway is busy"));
    }
}
