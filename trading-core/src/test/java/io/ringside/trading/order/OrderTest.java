package io.ringside.trading.order;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.limit;
import static io.ringside.trading.market.TradeFixtures.market;
import static io.ringside.trading.market.TradeFixtures.placed;
import static io.ringside.trading.order.Updates.state;
import static io.ringside.trading.order.Updates.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Trade;
import io.ringside.trading.decision.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private final Order order = new Order(placed(17, limit(BTCUSDT, Side.BUY, 1_000, 6_800_000), 500), BTCUSDT);

    @Test
    void shouldBeginOpenAndUnfilled() {
        assertThat(order.status()).isEqualTo(OrderStatus.NEW);
        assertThat(order.isOpen()).isTrue();
        assertThat(order.openQty()).isEqualTo(1_000);
        assertThat(order.filledQuote()).isEqualByComparingTo("0");
        assertThat(order.ackedEpochNs()).isZero();
    }

    @Test
    void shouldReadAsPeopleWriteIt() {
        assertThat(order.text()).isEqualTo("#17 buy 0.01000 BTCUSDT at 68000.00 GTC");
        assertThat(new Order(placed(3, market(BTCUSDT, Side.SELL, 100), 1), BTCUSDT).text())
            .isEqualTo("#3 sell 0.00100 BTCUSDT at market");
    }

    @Test
    void shouldCountExecutionsExactly() {
        assertThat(order.applyExecution(trade(order, OrderStatus.PARTIALLY_FILLED, 0, 400, 6_799_999, 7)))
            .isEqualTo(400);
        assertThat(order.applyExecution(trade(order, OrderStatus.FILLED, 400, 1_000, 6_800_000, 8))).isEqualTo(600);

        assertThat(order.openQty()).isZero();
        assertThat(order.filledQuote()).isEqualByComparingTo("679.99996");
    }

    @Test
    void shouldCountAnExecutionThatIsToldTwiceOnce() {
        OrderUpdate told = trade(order, OrderStatus.PARTIALLY_FILLED, 0, 400);
        order.applyExecution(told);

        assertThat(order.applyExecution(told)).isZero();
        assertThat(order.filledQty()).isEqualTo(400);
        assertThat(order.filledQuote()).isEqualByComparingTo("80");
    }

    @Test
    void shouldCountAnExecutionThatComesBehindTheLast() {
        CoreOrders.apply(order, trade(order, OrderStatus.FILLED, 400, 1_000));
        CoreOrders.apply(order, trade(order, OrderStatus.PARTIALLY_FILLED, 0, 400));

        assertThat(order.filledQty()).isEqualTo(1_000);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldReadQuantitiesOfAnotherExponent() {
        OrderUpdate fine = OrderUpdate.trade(Updates.ids(order), OrderStatus.PARTIALLY_FILLED, 400_000, -8,
            new Trade("", 400_000, 2_000_000_000, -5, 0, 0, "", Liquidity.MAKER), Report.event(1));

        assertThat(order.applyExecution(fine)).isEqualTo(400);
        assertThat(order.filledQuote()).isEqualByComparingTo("80");
    }

    @Test
    void shouldNotCountWhatIsNoExecution() {
        assertThat(order.applyExecution(state(order, OrderStatus.ACCEPTED))).isZero();
        assertThat(order.applyExecution(trade(order, OrderStatus.PARTIALLY_FILLED, -100, 300))).isZero();
        assertThat(order.filledQty()).isZero();
    }

    @Test
    void shouldNeverGoBack() {
        for (OrderStatus status : List.of(OrderStatus.ACCEPTED, OrderStatus.PARTIALLY_FILLED, OrderStatus.CANCELED)) {
            assertThat(order.applyStatus(state(order, status))).isTrue();
            for (OrderStatus earlier : List.of(OrderStatus.NEW, OrderStatus.UNKNOWN, OrderStatus.ACCEPTED, status)) {
                assertThat(order.applyStatus(state(order, earlier))).isFalse();
                assertThat(order.status()).isEqualTo(status);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FILLED", "CANCELED", "REJECTED", "EXPIRED"})
    void shouldStayWhatItEndedAs(OrderStatus end) {
        order.applyStatus(state(order, end, "first", 1));

        for (OrderStatus later : OrderStatus.values()) {
            assertThat(order.applyStatus(state(order, later, "second", 2))).isFalse();
        }
        assertThat(order.status()).isEqualTo(end);
        assertThat(order.reason()).isEqualTo("first");
        assertThat(order.isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "UNKNOWN"}, mode = EnumSource.Mode.EXCLUDE)
    void shouldMoveOnFromUnknown(OrderStatus answer) {
        order.markUnknown();
        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);

        assertThat(order.applyStatus(state(order, answer))).isTrue();
        assertThat(order.status()).isEqualTo(answer);
    }

    @Test
    void shouldBeUnknownWhenTheGatewaySaysSo() {
        assertThat(order.applyStatus(state(order, OrderStatus.UNKNOWN))).isTrue();

        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(order.isOpen()).isTrue();
    }

    @Test
    void shouldNotForgetWhatIsKnown() {
        order.applyStatus(state(order, OrderStatus.ACCEPTED));

        order.markUnknown();

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void shouldKeepTheTimesOfTheFirstAndTheLastAnswer() {
        order.applyStatus(state(order, OrderStatus.ACCEPTED, "", 700));
        order.applyExecution(trade(order, OrderStatus.PARTIALLY_FILLED, 0, 400, 1, 900));
        order.applyExecution(trade(order, OrderStatus.PARTIALLY_FILLED, 400, 500, 1, 800));

        assertThat(order.ackedEpochNs()).isEqualTo(700);
        assertThat(order.updatedEpochNs()).isEqualTo(900);
    }

    @Test
    void shouldKeepTheFirstExchangeOrderId() {
        assertThat(order.applyStatus(state(order, OrderStatus.NEW))).isTrue();

        assertThat(order.exchangeOrderId()).isEqualTo("917");
    }
}
