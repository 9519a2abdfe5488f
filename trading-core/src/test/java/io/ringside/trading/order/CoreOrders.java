package io.ringside.trading.order;

import io.ringside.core.event.OrderUpdate;

/** Orders as the core knows them after some answers, for tests of other packages. */
public final class CoreOrders {

    private CoreOrders() {
    }

    public static void apply(Order order, OrderUpdate update) {
        order.applyExecution(update);
        order.applyStatus(update);
    }
}
