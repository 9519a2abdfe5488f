package io.ringside.trading.account;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.Orders;
import java.math.BigDecimal;

/**
 * One execution of an order, as the venue reported it.
 *
 * @param orderNumber     of the order that traded
 * @param source          of that order: the user or a strategy
 * @param symbolId        id in {@link io.ringside.core.event.Symbols}
 * @param instrument      of that symbol
 * @param qty             in the base asset, before any commission, above 0
 * @param price           in the quote asset
 * @param commission      what the venue kept, 0 for none
 * @param commissionAsset in which it was kept; ignored without a commission
 * @param epochNs         the venue's time
 * @param sequence        ring sequence of the ORDER_ACK that reported it
 */
public record Fill(long orderNumber, String source, int symbolId, Instrument instrument, Side side, BigDecimal qty,
                   BigDecimal price, BigDecimal commission, String commissionAsset, long epochNs, long sequence) {

    /** The execution that an update reported. */
    public static Fill of(Orders.Change change, OrderUpdate update, long sequence) {
        Order order = change.order();
        OrderUpdate.Trade trade = update.trade();
        Instrument instrument = order.instrument();
        return new Fill(order.number(), order.placed().source(), instrument.symbolId(), instrument,
            order.side(), order.qtyValue(change.executedQty()), Order.priceOf(update),
            Decimals.toBigDecimal(trade.commission(), trade.commissionExponent()), trade.commissionAsset(),
            update.epochNs(), sequence);
    }

    /** Exact price times quantity, in the quote asset. */
    public BigDecimal notional() {
        return qty.multiply(price);
    }
}
