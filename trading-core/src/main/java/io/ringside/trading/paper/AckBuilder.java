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
 * Words the answers to orders, with the time of the newest event.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class AckBuilder {

    private final RingTime time;
    private final PendingAcks answers;

    AckBuilder(RingTime time, PendingAcks answers) {
        this.time = time;
        this.answers = answers;
    }

    /** An answer without an execution. */
    void giveState(PaperOrder order, OrderStatus status, ExecutionType execution, String reason) {
        answers.give(OrderUpdate.state(order.ids(), status, execution, order.filledQty(),
            order.instrument().qty().exponent(), Report.event(time.epochNs(), reason)));
    }

    /** What was asked for. */
    void giveResolution(PaperOrder order, OrderStatus status, ExecutionType execution, String reason) {
        answers.give(OrderUpdate.state(order.ids(), status, execution, order.filledQty(),
            order.instrument().qty().exponent(), new Report(Source.QUERY, time.epochNs(), 0, reason)));
    }

    /** An execution that the order has already counted. */
    void giveTrade(PaperOrder order, long qty, long price, int priceExponent, Commission commission,
                   Liquidity liquidity) {
        OrderStatus status = order.openQty() == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        answers.give(OrderUpdate.trade(order.ids(), status, order.filledQty(), order.instrument().qty().exponent(),
            new Trade("", qty, price, priceExponent, commission.mantissa(), commission.exponent(), commission.asset(),
                liquidity), Report.event(time.epochNs())));
    }
}
