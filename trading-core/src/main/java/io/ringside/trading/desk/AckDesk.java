package io.ringside.trading.desk;

import io.ringside.core.event.OrderAck;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.route.OrderAckHandler;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.account.Fill;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.Orders;
import io.ringside.trading.risk.LossLimits;
import java.util.function.Consumer;

/**
 * Every acknowledgement goes through here: order, portfolio, loss limits, user, strategy, plans. An ack for an unknown
 * or forgotten order is counted and changes nothing.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class AckDesk implements OrderAckHandler {

    private final TradingBooks books;
    private final LossLimits losses;
    private final PlanDesk plans;
    private final OrderNotifier notifier;
    private final Consumer<Order> strategies;
    private final Counter unknownOrderAcks;

    /** {@code strategies} receives each order that an ack has changed. */
    public AckDesk(PlanDesk plans, LossLimits losses, Consumer<Order> strategies, Counters counters) {
        this.books = plans.desk().books();
        this.losses = losses;
        this.plans = plans;
        this.notifier = plans.desk().notifier();
        this.strategies = strategies;
        this.unknownOrderAcks = counters.counter("order updates of unknown orders");
    }

    @Override
    public void onOrderAck(OrderAck ack, long sequence) {
        OrderUpdate update = ack.update();
        Orders.Change change = books.orders().apply(update);
        if (change == null) {
            unknownOrderAcks.increment();
            return;
        }
        if (change.executedQty() > 0) {
            Fill fill = Fill.of(change, update, sequence);
            books.onFill(fill);
            losses.onFill(fill);
            plans.onFill(change.order(), fill);
        }
        if (change.ended()) {
            notifier.onEnded(change.order());
        }
        if (change.changed()) {
            strategies.accept(change.order());
        }
        if (change.ended()) {
            plans.onEnded(change.order());
        }
    }
}
