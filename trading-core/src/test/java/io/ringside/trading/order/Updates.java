package io.ringside.trading.order;

import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;

/** What a venue says of an order: quantities in hundred-thousandths, prices in hundredths, no fees. */
public final class Updates {

    private Updates() {
    }

    public static OrderUpdate state(Order order, OrderStatus status, String reason, long epochNs) {
        return new OrderUpdate(order.clientOrderId(), 900 + order.number(), order.instrument().symbolId(), status,
            ExecutionType.NEW, 0, 0, 0, -2, -5, 0, 0, "", epochNs, reason);
    }

    public static OrderUpdate state(Order order, OrderStatus status) {
        return state(order, status, "", 1_000);
    }

    /** An execution that covers the order's quantity from {@code from} to {@code to}. */
    public static OrderUpdate trade(Order order, OrderStatus status, long from, long to, long price, long epochNs) {
        return new OrderUpdate(order.clientOrderId(), 900 + order.number(), order.instrument().symbolId(), status,
            ExecutionType.TRADE, to - from, to, price, -2, -5, 0, 0, "", epochNs, "");
    }

    public static OrderUpdate trade(Order order, OrderStatus status, long from, long to) {
        return trade(order, status, from, to, 2_000_000, 1_000);
    }
}
