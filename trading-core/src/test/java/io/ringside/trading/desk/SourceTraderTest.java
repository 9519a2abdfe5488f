package io.ringside.trading.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.engine.FakeStrategy;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.strategy.Trader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceTraderTest {

    private final CoreRig rig = new CoreRig();
    private Trader trader;

    @BeforeEach
    void switchOn() {
        rig.give(Verb.STRATEGY, "on");
        rig.quote(0, 1_999_900, 2_000_000);
        trader = rig.strategy().trader();
        rig.happened();
        rig.gateway().calls();
    }

    @Test
    void shouldTellTheNumberOfAnOrderThatLeft() {
        rig.give(Verb.BUY, "BTCUSDT 0.001");

        assertThat(trader.place(bid(100, "fake"))).isEqualTo(Placement.placed(2));
    }

    @Test
    void shouldTellWhyTheGateRejectedAnOrder() {
        Placement placement = trader.place(bid(600, "fake"));

        assertThat(placement.isPlaced()).isFalse();
        assertThat(placement.rejection()).contains("max order notional");
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldTellHowManyOrdersADividedSaleBecame() {
        hold(400);
        hold(400);
        hold(400);

        Placement placement = trader.place(sale(1_200));

        assertThat(placement).isEqualTo(new Placement(4, 3, ""));
        assertThat(trader.openOrders()).isEqualTo(3);
    }

    @Test
    void shouldSeeItsOwnOpenOrdersOldestFirst() {
        trader.place(bid(100, "fake"));
        rig.give(Verb.BUY, "BTCUSDT 0.001 19000");
        trader.place(bid(200, "fake"));

        assertThat(trader.openOrders()).isEqualTo(2);
        assertThat(trader.openOrder(0).number()).isEqualTo(1);
        assertThat(trader.openOrder(1).number()).isEqualTo(3);
    }

    @Test
    void shouldNotSeeAnOrderThatHasEnded() {
        trader.place(bid(100, "fake"));
        trader.place(bid(200, "fake"));

        rig.state(1, OrderStatus.CANCELED);

        assertThat(trader.openOrders()).isEqualTo(1);
        assertThat(trader.openOrder(0).number()).isEqualTo(2);
    }

    @Test
    void shouldSeeItsOpenOrdersAfterARestart() throws Exception {
        trader.place(bid(100, "fake"));
        CoreRig later = CoreRig.recovered(rig, rig.snapshot(), rig.journal().subList(0, 0)).begin();
        later.give(Verb.STRATEGY, "on");
        later.quote(0, 1_999_900, 2_000_000);

        Trader recovered = later.strategy().trader();

        assertThat(recovered.openOrders()).isEqualTo(1);
        assertThat(recovered.openOrder(0).number()).isEqualTo(1);
    }

    @Test
    void shouldOwnItsOrdersWhateverTheRequestSays() {
        trader.place(bid(100, "user"));

        assertThat(rig.order(1).placed().source()).isEqualTo("fake");
    }

    @Test
    void shouldCancelItsOwnOpenOrder() {
        trader.place(bid(100, "fake"));
        rig.happened();

        assertThat(trader.cancel(1)).isTrue();

        assertThat(rig.happened()).containsExactly("CancelRequested", "cancel #1");
    }

    @Test
    void shouldNotCancelAnOrderOfAnotherSource() {
        rig.give(Verb.BUY, "BTCUSDT 0.001 19000");
        rig.happened();

        assertThat(trader.cancel(1)).isFalse();

        assertThat(rig.happened()).isEmpty();
    }

    @Test
    void shouldNotCancelWhatHasEndedOrNeverWas() {
        trader.place(bid(100, "fake"));
        rig.state(1, OrderStatus.CANCELED);
        rig.happened();

        assertThat(trader.cancel(1)).isFalse();
        assertThat(trader.cancel(77)).isFalse();

        assertThat(rig.happened()).isEmpty();
    }

    @Test
    void shouldSeeTheNewestQuoteOfAnotherSymbol() {
        assertThat(trader.quote(1)).isNull();

        rig.quote(1, 300_000, 300_100);

        assertThat(trader.quote(1).bidPrice()).isEqualTo(300_000);
        assertThat(trader.quote(0).askPrice()).isEqualTo(2_000_000);
    }

    @Test
    void shouldSeeAndSellItsOwnBookOnly() {
        hold(100);
        rig.hold("0.003");

        assertThat(trader.position(0)).isEqualTo(100);
        assertThat(trader.place(sale(200)).rejection())
            .isEqualTo("✗ rejected by own book: 0.002 BTC is above 0.001 BTC");
        assertThat(trader.place(sale(100)).isPlaced()).isTrue();
        assertThat(trader.place(sale(100)).rejection()).startsWith("✗ rejected by own book");
    }

    @Test
    void shouldNotSellWhatTheAccountHeldBefore() {
        CoreRig rich = new CoreRig(1, TradeFixtures.KNOWN, List.of(new FakeStrategy()),
            Map.of("STRATEGIES", "fake", "PAPER_BALANCES", "10000USDT,1BTC")).begin();
        rich.give(Verb.STRATEGY, "on");
        rich.quote(0, 1_999_900, 2_000_000);

        assertThat(rich.strategy().trader().position(0)).isZero();
        assertThat(rich.strategy().trader().place(sale(100)).rejection()).startsWith("✗ rejected by own book");
        assertThat(rich.give(Verb.SELL, "BTCUSDT 0.001")).startsWith("✓ #1 sell 0.00100 BTCUSDT");
    }

    @Test
    void shouldNotBeBlockedByARestingOrderOfTheUser() {
        hold(100);
        rig.give(Verb.SELL, "BTCUSDT 0.001 20500");
        rig.give(Verb.BUY, "BTCUSDT 0.001 19000");

        assertThat(trader.hasOpenOrder(0)).isFalse();
        assertThat(trader.place(sale(100)).isPlaced()).isTrue();
        assertThat(trader.hasOpenOrder(0)).isTrue();
    }

    private void hold(long qty) {
        Placement bought = trader.place(bid(qty, "fake"));
        rig.fill(bought.number());
    }

    private static OrderRequest sale(long qty) {
        return new OrderRequest(TradeFixtures.BTCUSDT, Side.SELL, OrderType.MARKET, TimeInForce.GTC, qty, 0,
            FakeStrategy.ORIGIN, "fake", "");
    }

    private static OrderRequest bid(long qty, String source) {
        return new OrderRequest(TradeFixtures.BTCUSDT, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, qty, 1_950_000,
            FakeStrategy.ORIGIN, source, "");
    }
}
