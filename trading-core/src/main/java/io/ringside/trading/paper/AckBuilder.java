package io.ringside.trading.paper;

import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Source;
import io.ringside.core.event.OrderUpdate.Trade;
import io.ringside.trading.market.RingTime;

/**
 * Builds order updates, with the time of the newest event.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class AckBuilder {

    private final RingTime time;
    private final PendingAcks acks;

    AckBuilder(RingTime time, PendingAcks acks) {
        this.time = time;
        this.acks = acks;
    }

    /** An update without an execution. */
    void state(PaperOrder order, OrderStatus status, ExecutionType execution, String reason) {
        acks.give(OrderUpdate.state(order.ids(), status, execution, order.filledQty(),
            order.qtyExponent(), Report.event(time.epochNs(), reason)));
    }

    /** The answer to a question about the order. */
    void resolution(PaperOrder order, OrderStatus status, ExecutionType execution, String reason) {
        acks.give(OrderUpdate.state(order.ids(), status, execution, order.filledQty(),
            order.qtyExponent(), new Report(Source.QUERY, time.epochNs(), 0, reason)));
    }

    /** An execution that the order has already counted. */
    void trade(PaperOrder order, long qty, long price, int priceExponent, Commission commission,
                   Liquidity liquidity) {
        OrderStatus status = order.openQty() == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        acks.give(OrderUpdate.trade(order.ids(), status, order.filledQty(), order.qtyExponent(),
            new Trade("", qty, price, priceExponent, commission.mantissa(), commission.exponent(), commission.asset(),
                liquidity), Report.event(time.epochNs())));
    }
}
