package io.ringside.trading.order;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHUSDT;
import static io.ringside.trading.market.TradeFixtures.INSTRUMENTS;
import static io.ringside.trading.market.TradeFixtures.bytes;
import static io.ringside.trading.market.TradeFixtures.limit;
import static io.ringside.trading.market.TradeFixtures.market;
import static io.ringside.trading.market.TradeFixtures.placed;
import static io.ringside.trading.market.TradeFixtures.restarted;
import static io.ringside.trading.order.Updates.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.Symbols;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.market.TradeFixtures;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private final Orders orders = new Orders(INSTRUMENTS);

    @Test
    void shouldNumberFromOne() {
        assertThat(orders.nextNumber()).isEqualTo(1);

        add(BTCUSDT);

        assertThat(orders.nextNumber()).isEqualTo(2);
    }

    @Test
    void shouldFindOrdersByNumberAndByClientOrderId() {
        Order order = add(BTCUSDT);

        assertThat(orders.find(1)).isSameAs(order);
        assertThat(orders.find("id-1")).isSameAs(order);
        assertThat(orders.find(2)).isNull();
        assertThat(orders.find("id-2")).isNull();
    }

    @Test
    void shouldCountOpenOrdersBySymbol() {
        Order first = add(BTCUSDT);
        add(BTCUSDT);
        add(ETHUSDT);

        orders.apply(state(first, OrderStatus.REJECTED));
        orders.apply(state(first, OrderStatus.CANCELED));

        assertThat(orders.openOf(0)).isEqualTo(1);
        assertThat(orders.openOf(1)).isEqualTo(1);
        assertThat(orders.open()).extracting(Order::number).containsExactly(2L, 3L);
        assertThat(orders.find(1)).isSameAs(first);
    }

    @Test
    void shouldTellWhatEndedLastFirst() {
        for (int i = 0; i < 3; i++) {
            end(add(BTCUSDT));
        }

        assertThat(orders.ended(2)).extracting(Order::number).containsExactly(3L, 2L);
        assertThat(orders.ended(9)).hasSize(3);
    }

    @Test
    void shouldKeepTheLast500ThatEnded() {
        Order open = add(BTCUSDT);
        for (int i = 0; i < 501; i++) {
            end(add(BTCUSDT));
        }

        assertThat(orders.find(2)).isNull();
        assertThat(orders.find("id-2")).isNull();
        assertThat(orders.find(3)).isNotNull();
        assertThat(orders.ended(1_000)).hasSize(500);
        assertThat(orders.find(1)).isSameAs(open);
    }

    @Test
    void shouldBeTheSameAfterARestart() throws IOException {
        Order partly = add(BTCUSDT);
        CoreOrders.apply(partly, Updates.trade(partly, OrderStatus.PARTIALLY_FILLED, 0, 100));
        end(add(ETHUSDT));
        end(add(BTCUSDT));
        add(ETHUSDT);

        Orders back = restarted(orders, new Orders(INSTRUMENTS));

        assertThat(bytes(back)).isEqualTo(bytes(orders));
        assertThat(back.nextNumber()).isEqualTo(5);
        assertThat(back.open()).extracting(Order::number).containsExactly(1L, 4L);
        assertThat(back.ended(9)).extracting(Order::number).containsExactly(3L, 2L);
        assertThat(back.openOf(1)).isEqualTo(1);
        assertThat(back.find("id-1").filledQty()).isEqualTo(100);
        assertThat(back.find(1).placed()).isEqualTo(partly.placed());
    }

    @Test
    void shouldForgetWhatItHadBeforeLoading() throws IOException {
        Orders other = new Orders(INSTRUMENTS);
        for (long number = 1; number <= 9; number++) {
            other.add(placed(number, market(BTCUSDT, Side.BUY, 100), 1));
        }
        add(ETHUSDT);

        restarted(orders, other);

        assertThat(other.nextNumber()).isEqualTo(2);
        assertThat(other.find(9)).isNull();
        assertThat(other.find("id-9")).isNull();
        assertThat(other.openOf(0)).isZero();
    }

    @Test
    void shouldFindSymbolsAgainByName() throws IOException {
        add(ETHUSDT);
        Instrument moved = TradeFixtures.instrument(0, "ETH", "USDT", true);

        Orders back = restarted(orders, new Orders(new Instruments(Symbols.of("ETHUSDT"), List.of(moved))));

        assertThat(back.find(1).placed().symbolId()).isZero();
        assertThat(back.openOf(0)).isEqualTo(1);
    }

    @Test
    void shouldForgetEndedOrdersOfASymbolThatIsGone() throws IOException {
        end(add(BTCUSDT));
        end(add(ETHUSDT));

        Orders back = restarted(orders, new Orders(onlyBtc()));

        assertThat(back.ended(9)).extracting(Order::number).containsExactly(1L);
        assertThat(back.find(2)).isNull();
        assertThat(back.nextNumber()).isEqualTo(3);
    }

    @Test
    void shouldRejectToForgetAnOpenOrder() {
        add(ETHUSDT);

        assertThatThrownBy(() -> restarted(orders, new Orders(onlyBtc()))).isInstanceOf(IOException.class)
            .hasMessage("order #1 of ETHUSDT is open, but that symbol is not one of this run's or its trading rules "
                + "are not known");
    }

    @Test
    void shouldMeanTheSamePriceAndQuantityWhenTheVenueChangesItsSteps() throws IOException {
        Order order = add(BTCUSDT);
        CoreOrders.apply(order, Updates.trade(order, OrderStatus.PARTIALLY_FILLED, 0, 400));

        Orders finer = restarted(orders, new Orders(stepsOf(-4, -8)));
        Orders coarser = restarted(orders, new Orders(stepsOf(-1, -3)));

        for (Order back : List.of(finer.find(1), coarser.find(1))) {
            assertThat(back.text()).isEqualTo(order.text());
            assertThat(back.priceValue()).isEqualByComparingTo("20000");
            assertThat(back.qtyValue(back.qty())).isEqualByComparingTo("0.01");
            assertThat(back.qtyValue(back.openQty())).isEqualByComparingTo("0.006");
        }
    }

    @Test
    void shouldKeepAnOpenOrderBetweenTheVenuesNewSteps() throws IOException {
        Order odd = orders.add(placed(1, limit(BTCUSDT, Side.BUY, 1_001, 2_000_001), 1));
        CoreOrders.apply(odd, Updates.trade(odd, OrderStatus.PARTIALLY_FILLED, 0, 401));

        Order back = restarted(orders, new Orders(stepsOf(-1, -3))).find(1);

        assertThat(back.priceValue()).isEqualByComparingTo("20000.01");
        assertThat(back.qtyValue(back.openQty())).isEqualByComparingTo("0.006");
    }

    @Test
    void shouldCallUnansweredOrdersUnknownInANewRun() {
        Order unanswered = add(BTCUSDT);
        Order accepted = add(BTCUSDT);
        orders.apply(state(accepted, OrderStatus.ACCEPTED));
        Order ended = add(BTCUSDT);
        end(ended);

        orders.onRunStart();

        assertThat(unanswered.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(accepted.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(ended.status()).isEqualTo(OrderStatus.EXPIRED);
    }

    private static Instruments stepsOf(int priceExponent, int qtyExponent) {
        Grid qty = new Grid(qtyExponent, 1, 1, Long.MAX_VALUE);
        return new Instruments(TradeFixtures.SYMBOLS, List.of(new Instrument(0, "BTCUSDT", "BTC", "USDT",
            Filters.of(new Grid(priceExponent, 1, 1, Long.MAX_VALUE), qty, qty, BTCUSDT.filters().notional()),
            8, 8, Fees.DEFAULT, true)));
    }

    private static Instruments onlyBtc() {
        return new Instruments(TradeFixtures.SYMBOLS, List.of(BTCUSDT));
    }

    private Order add(Instrument instrument) {
        return orders.add(placed(orders.nextNumber(), limit(instrument, Side.BUY, 1_000, 2_000_000), 1));
    }

    private void end(Order order) {
        orders.apply(state(order, OrderStatus.EXPIRED));
    }
}
