package io.ringside.trading.desk;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.INSTRUMENTS;
import static io.ringside.trading.market.TradeFixtures.limit;
import static io.ringside.trading.market.TradeFixtures.placed;
import static io.ringside.trading.order.Updates.state;
import static io.ringside.trading.order.Updates.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.engine.FakeStrategy;
import io.ringside.trading.market.TradeEvents;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Orders;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderNotifierTest {

    private static final String ORDER = "#17 buy 0.01000 BTCUSDT at 68000.00 GTC";

    private final List<Reply> replies = new ArrayList<>();
    private final OrderNotifier notifier = new OrderNotifier(replies::add);
    private final OrderRequest request = limit(BTCUSDT, Side.BUY, 1_000, 6_800_000);
    private final Orders orders = new Orders(INSTRUMENTS);
    private final Order order = orders.add(placed(17, request, 500));

    @Test
    void shouldTellWhereTheOrderCameFrom() {
        notifier.onPlaced(order);

        assertThat(replies).containsExactly(Reply.ofOrder(TradeEvents.ORIGIN, 17, "✓ " + ORDER + " sent"));
    }

    @Test
    void shouldNameTheStrategyThatWantedIt() {
        Order strategys = new Order(placed(18, new OrderRequest(BTCUSDT, Side.SELL, OrderType.MARKET, TimeInForce.GTC,
            100, 0, FakeStrategy.ORIGIN, "fake", ""), 1), BTCUSDT);

        notifier.onPlaced(strategys);

        assertThat(texts()).containsExactly("✓ fake: #18 sell 0.00100 BTCUSDT at market sent");
    }

    @Test
    void shouldTellWhatAFilledOrderCost() {
        apply(trade(order, OrderStatus.FILLED, 0, 1_000, 6_799_950, 1));

        assertThat(texts()).containsExactly("✓ " + ORDER + " filled, 0.01000 at 67999.5 on average");
    }

    @Test
    void shouldRoundTheAverageOfManyExecutions() {
        apply(trade(order, OrderStatus.PARTIALLY_FILLED, 0, 300, 100, 1));
        apply(trade(order, OrderStatus.CANCELED, 300, 900, 101, 1));

        assertThat(texts()).containsExactly("✓ " + ORDER + " canceled, 0.00900 at 1.00666667 on average");
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED, Market is closed., ✗, ' rejected: Market is closed.'", "CANCELED, '', ✓, ' canceled'",
        "EXPIRED, '', ✗, ' expired'"})
    void shouldTellHowAnUnfilledOrderEnded(OrderStatus end, String reason, String mark, String words) {
        apply(state(order, end, reason, 1));

        assertThat(texts()).containsExactly(mark + " " + ORDER + words);
    }

    @Test
    void shouldTellWhatAnExpiredOrderTradedBefore() {
        apply(trade(order, OrderStatus.PARTIALLY_FILLED, 0, 400));
        apply(state(order, OrderStatus.EXPIRED));

        assertThat(texts()).containsExactly("✓ " + ORDER + " expired, 0.00400 at 20000 on average");
    }

    @Test
    void shouldTellNothingBetween() {
        apply(state(order, OrderStatus.ACCEPTED));
        apply(trade(order, OrderStatus.PARTIALLY_FILLED, 0, 400));

        assertThat(replies).isEmpty();
    }

    @Test
    void shouldTellAnEndOnce() {
        apply(trade(order, OrderStatus.FILLED, 400, 1_000));
        apply(trade(order, OrderStatus.PARTIALLY_FILLED, 0, 400));

        assertThat(replies).hasSize(1);
    }

    private void apply(OrderUpdate update) {
        Orders.Change change = orders.apply(update);
        if (change.ended()) {
            notifier.onEnded(change.order());
        }
    }

    private List<String> texts() {
        return replies.stream().map(PlainText::of).toList();
    }
}
