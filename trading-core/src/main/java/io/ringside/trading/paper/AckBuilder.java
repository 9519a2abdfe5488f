package io.ringside.trading.paper;

import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.trading.market.Instrument;
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
        Instrument instrument = order.instrument();
        answers.give(new OrderUpdate(order.clientOrderId(), order.exchangeOrderId(), instrument.symbolId(), status,
            execution, 0, order.filledQty(), 0, instrument.price().exponent(), instrument.qty().exponent(), 0, 0, "",
            time.epochNs(), reason));
    }

    /** An execution that the order has already counted. */
    void giveTrade(PaperOrder order, long qty, long price, int priceExponent, Commission commission) {
        Instrument instrument = order.instrument();
        OrderStatus status = order.openQty() == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        answers.give(new OrderUpdate(order.clientOrderId(), order.exchangeOrderId(), instrument.symbolId(), status,
            ExecutionType.TRADE, qty, order.filledQty(), price, priceExponent, instrument.qty().exponent(),
            commission.mantissa(), commission.exponent(), commission.asset(), time.epochNs(), ""));
    }
}
