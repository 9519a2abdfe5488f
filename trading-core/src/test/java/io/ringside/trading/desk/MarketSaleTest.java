package io.ringside.trading.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.Side;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.engine.FakeStrategy;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.Updates;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Sales above the largest order: 100 USDT, which at a bid of 19,999.00 is 0.005 BTC. */
class MarketSaleTest {

    private final CoreRig rig = new CoreRig();

    @Test
    void shouldLeaveInEqualParts() {
        rig.hold("0.005", "0.005", "0.005");

        rig.give(Verb.SELL, "BTCUSDT 0.012");

        assertThat(rig.gateway().calls()).containsExactly("submit #4 sell 0.00400 BTCUSDT at market",
            "submit #5 sell 0.00400 BTCUSDT at market", "submit #6 sell 0.00400 BTCUSDT at market");
    }

    @Test
    void shouldSellExactlyWhatIsAskedWhenItDividesBadly() {
        rig.hold("0.005", "0.005", "0.005");

        rig.give(Verb.SELL, "BTCUSDT 0.011");

        assertThat(rig.gateway().calls()).containsExactly("submit #4 sell 0.00400 BTCUSDT at market",
            "submit #5 sell 0.00400 BTCUSDT at market", "submit #6 sell 0.00300 BTCUSDT at market");
    }

    @Test
    void shouldSellAll() {
        rig.hold("0.005", "0.005", "0.005");

        rig.give(Verb.SELL, "BTCUSDT all");

        assertThat(rig.gateway().calls()).hasSize(3).allMatch(call -> call.contains("sell 0.00500 BTCUSDT"));
    }

    @Test
    void shouldNotDivideWhatFits() {
        rig.hold("0.005");

        rig.give(Verb.SELL, "BTCUSDT 0.005");

        assertThat(rig.gateway().calls()).containsExactly("submit #2 sell 0.00500 BTCUSDT at market");
    }

    @Test
    void shouldTryAPartThatCannotLeaveAgain() {
        rig.hold("0.005", "0.005", "0.005");
        rig.gateway().take(1);

        assertThat(rig.give(Verb.SELL, "BTCUSDT all")).isEqualTo("✓ #4 sell 0.00500 BTCUSDT at market sent");
        assertThat(rig.gateway().calls()).hasSize(1);

        rig.gateway().take(9);
        rig.pass(TimeUnit.MILLISECONDS.toNanos(900));
        rig.timer();
        assertThat(rig.gateway().calls()).isEmpty();

        rig.pass(TimeUnit.MILLISECONDS.toNanos(100));
        rig.timer();
        assertThat(rig.gateway().calls()).containsExactly("submit #6 sell 0.00500 BTCUSDT at market",
            "submit #7 sell 0.00500 BTCUSDT at market");
    }

    @Test
    void shouldNotBeginWhatTheGatewayDoesNotTake() {
        rig.hold("0.005", "0.005", "0.005");
        rig.gateway().take(0);

        assertThat(rig.give(Verb.SELL, "BTCUSDT all"))
            .isEqualTo("✗ #4 sell 0.00500 BTCUSDT at market not sent: the order gateway is busy");

        rig.gateway().take(9);
        rig.pass(TimeUnit.SECONDS.toNanos(2));
        rig.timer();
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldReportADividedSaleWhenItsLastPartHasEnded() {
        rig.hold("0.005", "0.005");
        rig.give(Verb.SELL, "BTCUSDT 0.008");

        rig.fill(3);
        rig.texts();
        rig.fill(4);

        assertThat(rig.texts()).endsWith("✓ sale of 0.00800 BTCUSDT (plan 1) is done\n"
            + "sold 0.008 BTCUSDT at 20000 on average");
    }

    @Test
    void shouldDivideNeitherBuysNorLimitSales() {
        rig.hold("0.005", "0.005");

        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.01")).startsWith("✗ rejected by max order notional");
        assertThat(rig.give(Verb.SELL, "BTCUSDT 0.01 20000")).startsWith("✗ rejected by max order notional");
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldNotDivideASaleOfMoreThanTheAccountHas() {
        rig.hold("0.005", "0.005");

        assertThat(rig.give(Verb.SELL, "BTCUSDT 0.011"))
            .isEqualTo("✗ rejected by free balance: holds 0.01 BTC, asked 0.011 BTC");
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldAnswerASaleOfAnAbsurdAmount() {
        assertThat(rig.give(Verb.SELL, "BTCUSDT 92233720368547.758")).startsWith("✗ rejected by quantity");
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldNotDivideWhatDoesNotFitTheCoarserGridOfMarketOrders() {
        CoreRig coarse = coarseRig();
        for (long number = 4; number <= 5; number++) {
            coarse.strategy().trader().place(TradeFixtures.limit(coarse.books().instruments().get(0), Side.BUY, 4_500,
                200_000));
            coarse.ack(Updates.trade(coarse.order(number), OrderStatus.FILLED, 0, 4_500, 200_000, coarse.nowNs()));
        }
        coarse.gateway().calls();

        coarse.strategy().placeNext(Side.SELL, 8_500);
        coarse.quote(0, 199_900, 200_000);

        assertThat(coarse.gateway().calls()).isEmpty();
        assertThat(coarse.strategy().placement().rejection())
            .isEqualTo("✗ rejected by quantity: 0.085 is not a multiple of 0.01");
    }

    @Test
    void shouldRoundAllDownToTheGridOfMarketOrders() {
        CoreRig coarse = coarseRig();

        coarse.give(Verb.SELL, "BTCUSDT all");

        assertThat(coarse.gateway().calls()).hasSize(3);
        assertThat(coarse.books().orders().open()).extracting(Order::qty).containsExactly(5_000L, 4_000L, 4_000L);
    }

    /** 0.135 BTC at 2,000, where market orders have steps of 0.01 and limit orders of 0.001. */
    private static CoreRig coarseRig() {
        Instrument fine = TradeFixtures.BTCUSDT;
        Instrument coarse = new Instrument(0, "BTCUSDT", "BTC", "USDT",
            Filters.of(fine.price(), fine.qty(),
                new Grid(-5, 1_000, 1_000, 1_000_000), Notional.atLeast(new BigDecimal("5"), true)),
            8, 8, Fees.DEFAULT, true);
        CoreRig rig = new CoreRig(1, List.of(coarse), new FakeStrategy(), true).begin();
        rig.quote(0, 199_900, 200_000);
        for (int i = 0; i < 3; i++) {
            rig.give(Verb.BUY, "BTCUSDT 0.045 2000");
            rig.ack(Updates.trade(rig.order(i + 1), OrderStatus.FILLED, 0, 4_500, 200_000, rig.nowNs()));
        }
        rig.gateway().calls();
        return rig;
    }
}
