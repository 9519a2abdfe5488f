package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.Orders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of each order, by the answers alone. */
public final class OrderFold {

    /** An order and what was told of it. */
    public static final class Known {

        private final OrderPlaced placed;
        private final Set<Long> executions = new HashSet<>();
        private long filledQty;
        private String exchangeOrderId = "";
        private OrderStatus end;

        private Known(OrderPlaced placed) {
            this.placed = placed;
        }

        OrderPlaced placed() {
            return placed;
        }

        boolean isOpen() {
            return end == null;
        }

        long openQty() {
            return placed.qty() - filledQty;
        }
    }

    private static final Set<OrderStatus> ENDS =
        Set.of(OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.REJECTED, OrderStatus.EXPIRED);

    private final Map<String, Known> orders = new HashMap<>();
    private final Map<String, Known> open = new HashMap<>();
    private final Set<String> exchangeOrderIds = new HashSet<>();
    private long lastNumber;

    public void onPlaced(OrderPlaced placed) {
        assertThat(placed.number()).as("number of " + placed).isEqualTo(lastNumber + 1);
        lastNumber = placed.number();
        Known known = new Known(placed);
        assertThat(orders.put(placed.clientOrderId(), known)).as("order of the same id as " + placed).isNull();
        open.put(placed.clientOrderId(), known);
    }

    /** The order, if the update reports a new execution; otherwise null. */
    public Known onUpdate(OrderUpdate update) {
        Known order = orders.get(update.clientOrderId());
        assertThat(order).as("order of " + update).isNotNull();
        if (order.exchangeOrderId.isEmpty() && !update.exchangeOrderId().isEmpty()) {
            assertThat(exchangeOrderIds.add(update.exchangeOrderId())).as("first order of " + update).isTrue();
            order.exchangeOrderId = update.exchangeOrderId();
        }
        if (!update.exchangeOrderId().isEmpty()) {
            assertThat(update.exchangeOrderId()).as("sent once: " + update).isEqualTo(order.exchangeOrderId);
        }
        if (ENDS.contains(update.status())) {
            assertThat(order.end == null ? update.status() : order.end).as("one end").isEqualTo(update.status());
            order.end = update.status();
            open.remove(update.clientOrderId());
        }
        if (update.trade().qty() == 0 || !order.executions.add(update.cumulativeQty())) {
            return null;
        }
        order.filledQty += update.trade().qty();
        assertThat(order.openQty()).as("open quantity of " + order.placed).isNotNegative();
        return order;
    }

    public Collection<Known> open() {
        return open.values();
    }

    /** Each order that is open here is open there with the same fills, and no other is. */
    public void shouldBe(Orders known) {
        List<String> ids = new ArrayList<>();
        for (Order order : known.open()) {
            ids.add(order.clientOrderId());
            assertThat(order.openQty()).as(order.text()).isEqualTo(orders.get(order.clientOrderId()).openQty());
        }
        assertThat(ids).containsExactlyInAnyOrderElementsOf(open.keySet());
    }

    /** The orders that are remembered have ended as the venue said, and have traded what it said. */
    public void shouldHaveEndedAs(Orders known) {
        for (Order order : known.ended(Integer.MAX_VALUE)) {
            Known own = orders.get(order.clientOrderId());
            assertThat(order.status()).as(order.text()).isEqualTo(own.end);
            assertThat(order.openQty()).as(order.text()).isEqualTo(own.openQty());
        }
    }
}
