package io.ringside.trading.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Trade;
import io.ringside.trading.decision.Side;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.ledger.ProfitHistory.Earned;
import io.ringside.trading.order.Updates;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TradeReportsTest {

    private final CoreRig rig = new CoreRig();

    @Test
    void shouldSayThatThereIsNothingYet() {
        assertThat(rig.give(Verb.ORDERS, "")).isEqualTo("no open orders");
        assertThat(rig.give(Verb.POSITIONS, "")).isEqualTo("no positions");
        assertThat(rig.give(Verb.PNL, "")).isEqualTo("nothing has been traded");
        assertThat(rig.give(Verb.TRADES, "")).isEqualTo("nothing has been traded");
        assertThat(rig.give(Verb.BALANCE, "")).isEqualTo("USDT 10000");
    }

    @Test
    void shouldListOpenOrdersAndThoseThatEndedLast() {
        rig.hold("0.001", "0.001", "0.001", "0.001", "0.001", "0.001");
        rig.give(Verb.BUY, "BTCUSDT 0.004 19500");
        rig.ack(Updates.trade(rig.order(7), OrderStatus.PARTIALLY_FILLED, 0, 100, 1_950_000, rig.nowNs()));
        rig.give(Verb.BUY, "BTCUSDT 0.001 19400");

        assertThat(rig.give(Verb.ORDERS, "").lines()).containsExactly(
            "#7 buy 0.00400 BTCUSDT at 19500.00 GTC: partially filled, 0.00100 at 19500 on average",
            "#8 buy 0.00100 BTCUSDT at 19400.00 GTC: new",
            "#6 buy 0.00100 BTCUSDT at market: filled, 0.00100 at 20000 on average",
            "#5 buy 0.00100 BTCUSDT at market: filled, 0.00100 at 20000 on average",
            "#4 buy 0.00100 BTCUSDT at market: filled, 0.00100 at 20000 on average",
            "#3 buy 0.00100 BTCUSDT at market: filled, 0.00100 at 20000 on average",
            "#2 buy 0.00100 BTCUSDT at market: filled, 0.00100 at 20000 on average");
    }

    @Test
    void shouldValuePositionsAtTheBid() {
        rig.hold("0.002");
        rig.quote(0, 2_010_000, 2_010_100);

        assertThat(rig.give(Verb.POSITIONS, ""))
            .isEqualTo("BTC 0.002 of user, average entry 20000, now 20100, unrealised 0.2 USDT");
        assertThat(rig.give(Verb.BALANCE, "")).isEqualTo("BTC 0.002\nUSDT 9960");
    }

    @Test
    void shouldTakeProfitApart() {
        rig.give(Verb.BUY, "BTCUSDT 0.002");
        trade(1, 200, 2_000_000, 4_000_000, "USDT");
        rig.quote(0, 2_010_000, 2_010_100);
        rig.give(Verb.SELL, "BTCUSDT 0.001");
        trade(2, 100, 2_010_000, 700, "BNB");

        assertThat(rig.give(Verb.PNL, "").lines()).containsExactly(
            "USDT net 0.16 = realised 0.1 + unrealised 0.1 - fees 0.04",
            "fees taken in BNB, not in the above: 0.000007",
            "today: realised 0.1 - fees 0.04 = 0.06 USDT, executions 2",
            "7 days: realised 0.1 - fees 0.04 = 0.06 USDT, executions 2",
            "30 days: realised 0.1 - fees 0.04 = 0.06 USDT, executions 2",
            "since 2024-10-04: realised 0.1 - fees 0.04 = 0.06 USDT, executions 2");
    }

    @Test
    void shouldTellWhatWasEarnedTodayAndBefore() {
        rig.hold("0.002", "0.002");
        sellAfterDays(0, 2_010_000);
        sellAfterDays(1, 2_020_000);
        assertThat(earned()).containsExactly("today 0.2, 1", "7 days 0.3, 4", "30 days 0.3, 4", "all 0.3, 4");
        sellAfterDays(6, 1_990_000);
        assertThat(earned()).containsExactly("today -0.1, 1", "7 days 0.1, 2", "30 days 0.2, 5", "all 0.2, 5");
        sellAfterDays(28, 2_000_000);
        assertThat(earned()).containsExactly("today 0, 1", "7 days 0, 1", "30 days -0.1, 2", "all 0.2, 6");
    }

    @Test
    void shouldListTheLastTradesNewestFirst() {
        rig.hold("0.001", "0.002");
        rig.give(Verb.SELL, "BTCUSDT 0.001");
        trade(3, 100, 1_999_900, 1_999_900, "USDT");

        assertThat(rig.give(Verb.TRADES, "2").lines()).hasSize(2).satisfiesExactly(
            line -> assertThat(line).matches("\\S+Z #3 sold 0\\.001 BTCUSDT at 19999, fee 0\\.019999 USDT"),
            line -> assertThat(line).matches("\\S+Z #2 bought 0\\.002 BTCUSDT at 20000"));
        assertThat(rig.give(Verb.TRADES, "").lines()).hasSize(3);
    }

    @Test
    void shouldTellOnWhatAnOrderWasDecidedAndWhatBecameOfIt() {
        rig.give(Verb.BUY, "BTCUSDT 0.001 19500");

        assertThat(rig.give(Verb.WHY, "1")).startsWith("#1 buy 0.00100 BTCUSDT at 19500.00 GTC\ndecided by user at ")
            .contains("\nquote: bid 19999.00 x 0.00000001, ask 20000.00", "\n✓ max order notional: 19.5 USDT")
            .endsWith("\nvenue: no answer yet, NEW");

        rig.state(1, OrderStatus.ACCEPTED);
        assertThat(rig.give(Verb.WHY, "1")).contains(
            "\nvenue: ACCEPTED, order id 901, client order id rs000000000010000001j, "
            + "first answer after 2000 us, last after 2000 us");
    }

    @Test
    void shouldTellTheReasoningOfAStrategy() {
        rig.give(Verb.STRATEGY, "on");
        rig.strategy().placeNext(Side.BUY, 100);
        rig.quote(0, 1_999_900, 2_000_000);

        assertThat(rig.give(Verb.WHY, "1")).contains("decided by fake at ", "\nstrategy: fast 2 above slow 1\n");
    }

    @Test
    void shouldTellWhyTheVenueRejected() {
        rig.give(Verb.BUY, "BTCUSDT 0.001");
        rig.ack(Updates.state(rig.order(1), OrderStatus.REJECTED, "Market is closed.", rig.nowNs()));

        assertThat(rig.give(Verb.WHY, "1")).contains("\nvenue: REJECTED, Market is closed., order id 901");
    }

    @Test
    void shouldSayThatAnOrderIsNotKnown() {
        assertThat(rig.give(Verb.WHY, "9")).isEqualTo("✗ no order #9 is known; the last 500 that ended are kept");
    }

    private void sellAfterDays(int days, long price) {
        rig.pass(TimeUnit.DAYS.toNanos(days));
        rig.timer();
        rig.quote(0, price, price + 100);
        long number = rig.books().orders().nextNumber();
        assertThat(rig.give(Verb.SELL, "BTCUSDT 0.001")).contains("sent");
        trade(number, 100, price, 0, "");
    }

    /** Period, net and number of executions. */
    private List<String> earned() {
        List<String> periods = List.of("today", "7 days", "30 days", "all");
        Earned[] earned = {ofDays(1), ofDays(7), ofDays(30), rig.books().history().total("USDT")};
        return IntStream.range(0, earned.length).mapToObj(i -> periods.get(i) + " "
            + earned[i].net().stripTrailingZeros().toPlainString() + ", " + earned[i].executions()).toList();
    }

    private Earned ofDays(int count) {
        return rig.books().history().ofDays(count, "USDT", rig.nowNs());
    }

    private void trade(long number, long qty, long price, long fee, String feeAsset) {
        rig.ack(OrderUpdate.trade(Updates.ids(rig.order(number)), OrderStatus.FILLED, qty, -5,
            new Trade("", qty, price, -2, fee, -8, feeAsset, Liquidity.TAKER), Report.event(rig.nowNs())));
    }
}
