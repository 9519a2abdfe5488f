package io.ringside.trading.strategy.crossover;

import static io.ringside.trading.strategy.crossover.RecordingTrader.BTC;
import static io.ringside.trading.strategy.crossover.RecordingTrader.INSTRUMENTS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ORIGIN;
import static io.ringside.trading.strategy.crossover.RecordingTrader.SECOND_NS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.Origin;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.Orders;
import io.ringside.trading.order.Updates;
import org.junit.jupiter.api.Test;

/** A user closes all while the strategy is long. */
class CrossoverExitTest {

    private final RecordingTrader trader = new RecordingTrader();
    private final MovingAverageCrossover strategy = MovingAverageCrossover.of(
        CrossoverSettingsTest.parsed("fast=1 slow=2 cooldown=10s"), INSTRUMENTS, ORIGIN);
    private long epochNs = SECOND_NS;

    @Test
    void shouldNotEnterAgainInTheCoolDownAfterItsPositionWasSoldForIt() {
        quote(100, 100, 101);
        epochNs += 60 * SECOND_NS;
        quote(101);

        trader.hold(BTC, 0);
        strategy.onOrderAck(saleBy(Origin.telegram(1, 2, 3, 4)), trader);
        quote(100, 102);
        assertThat(trader.sides()).containsExactly(Side.BUY);

        epochNs += 10 * SECOND_NS;
        quote(100, 102);
        assertThat(trader.sides()).containsExactly(Side.BUY, Side.BUY);
    }

    @Test
    void shouldNotEnterAgainInTheCoolDownAfterItsOrderWasCanceled() {
        quote(100, 100, 101);
        epochNs += 60 * SECOND_NS;
        Orders orders = new Orders(INSTRUMENTS);
        Order entry = orders.add(new OrderPlaced(1, AccountId.PAPER, "id", new OrderTerms(BTC, Side.BUY,
            OrderType.MARKET, TimeInForce.GTC, 10_000, -4, 0, -2), TradeFixtures.entry(ORIGIN, "crossover"), 1, ""));

        trader.hold(BTC, 0);
        orders.apply(Updates.state(entry, OrderStatus.CANCELED, "", epochNs));
        strategy.onOrderAck(entry, trader);
        quote(100, 102);
        assertThat(trader.sides()).containsExactly(Side.BUY);

        epochNs += 10 * SECOND_NS;
        quote(100, 102);
        assertThat(trader.sides()).containsExactly(Side.BUY, Side.BUY);
    }

    private static Order saleBy(Origin user) {
        return new Order(new OrderPlaced(1, AccountId.PAPER, "id", new OrderTerms(BTC, Side.SELL, OrderType.MARKET,
            TimeInForce.GTC, 10_000, -4, 0, -2), TradeFixtures.entry(user, "crossover"), 1, ""), INSTRUMENTS.get(BTC));
    }

    private void quote(long... prices) {
        for (long price : prices) {
            strategy.onTick(tick(price, epochNs++), trader);
        }
    }
}
