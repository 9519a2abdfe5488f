package io.ringside.trading.order;

import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Trade;

/** What a venue says of an order: quantities in hundred-thousandths, prices in hundredths, no fees. */
public final class Updates {

    private Updates() {
    }

    public static OrderUpdate state(Order order, OrderStatus status, String reason, long epochNs) {
        return OrderUpdate.state(ids(order), status, ExecutionType.NEW, 0, -5, Report.event(epochNs, reason));
    }

    public static OrderUpdate state(Order order, OrderStatus status) {
        return state(order, status, "", 1_000);
    }

    /** An execution that covers the order's quantity from {@code from} to {@code to}. */
    public static OrderUpdate trade(Order order, OrderStatus status, long from, long to, long price, long epochNs) {
        return OrderUpdate.trade(ids(order), status, to, -5,
            new Trade("", to - from, price, -2, 0, 0, "", Liquidity.UNKNOWN), Report.event(epochNs));
    }

    public static OrderUpdate trade(Order order, OrderStatus status, long from, long to) {
        return trade(order, status, from, to, 2_000_000, 1_000);
    }

    /** By which an order is known on both sides: the venue's id is 900 and the number, as text. */
    public static Ids ids(Order order) {
        return new Ids(order.placed().account().code(), order.instrument().symbolId(), order.clientOrderId(),
            Long.toString(900 + order.number()));
    }
}
