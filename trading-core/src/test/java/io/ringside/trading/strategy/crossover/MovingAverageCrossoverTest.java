package io.ringside.trading.strategy.crossover;

import static io.ringside.trading.strategy.crossover.RecordingTrader.BTC;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ETH;
import static io.ringside.trading.strategy.crossover.RecordingTrader.INSTRUMENTS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.NO_RULES;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ORIGIN;
import static io.ringside.trading.strategy.crossover.RecordingTrader.SECOND_NS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Orders;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With windows of one and two ticks the averages compare as the last two mids do. */
class MovingAverageCrossoverTest {

    private final RecordingTrader trader = new RecordingTrader();
    private MovingAverageCrossover strategy = crossover("fast=1 slow=2 cooldown=0s");
    private long epochNs = SECOND_NS;

    @Test
    void shouldBuyAtARiseFromEqualAndSellAtAFallFromEqual() {
        quote(100, 100);
        assertThat(trader.orders()).isEmpty();

        quote(101);
        assertThat(trader.sides()).containsExactly(Side.BUY);

        quote(101, 100);
        assertThat(trader.sides()).containsExactly(Side.BUY, Side.SELL);
        assertThat(trader.position(BTC)).isZero();
    }

    @Test
    void shouldNotActWhenTheAveragesOnlyMeet() {
        quote(100, 99, 99);

        assertThat(trader.orders()).isEmpty();
    }

    @Test
    void shouldOnlyTakeItsBearingsFromTheFirstFullWindows() {
        quote(100, 101, 102, 103);

        assertThat(trader.orders()).isEmpty();
    }

    @Test
    void shouldSayWhatItWantsAndWhy() {
        strategy.onTick(tick(BTC, 9_999, 10_001, -2, epochNs), trader);
        strategy.onTick(tick(BTC, 9_999, 10_001, -2, epochNs), trader);
        strategy.onTick(tick(BTC, 30_000, 30_001, -2, epochNs), trader);

        // 100 / 300.01 = 0.3333, in steps of 0.001
        assertThat(trader.orders()).containsExactly(new OrderRequest(INSTRUMENTS.get(BTC), Side.BUY, OrderType.MARKET,
            TimeInForce.GTC, 3_330, 0, ORIGIN, "crossover",
            "fast 1 = 300.0050 crossed above slow 2 = 200.0025 at 1970-01-01T00:00:01Z"));
    }

    @Test
    void shouldKeepReasonsShortAtTheExtremes() {
        long huge = Long.MAX_VALUE;
        for (long price : new long[] {huge - 1, huge - 1, huge, huge - 5}) {
            trader.hold(BTC, 10_000);
            strategy.onTick(tick(BTC, price, price, 18, epochNs++), trader);
        }

        assertThat(trader.orders()).hasSize(1);
        assertThat(trader.orders().get(0).reasoning()).hasSizeLessThanOrEqualTo(200)
            .contains("9223372036854775802000000000000000000.00");
    }

    @Test
    void shouldLetAnEntryPassThatMayNotBeMadeAtOnce() {
        trader.open(BTC, true);
        quote(100, 100, 101);
        trader.open(BTC, false);
        quote(102);

        assertThat(trader.orders()).isEmpty();
    }

    @Test
    void shouldNotAddToAPositionButBuyBesideDust() {
        trader.hold(BTC, 10_000);
        quote(100, 100, 101);
        assertThat(trader.orders()).isEmpty();

        // 0.049 at 101 is worth less than 5.
        trader.hold(BTC, 490);
        quote(101, 102);
        assertThat(trader.sides()).containsExactly(Side.BUY);
    }

    @Test
    void shouldSellInStepsAndNoMoreThanOneOrderMay() {
        trader.hold(BTC, 10_000_000 + 1_239);
        quote(101, 101, 100, 99);

        assertThat(trader.orders()).extracting(OrderRequest::qty).containsExactly(10_000_000L, 1_230L);
        assertThat(trader.position(BTC)).isEqualTo(9);
    }

    @Test
    void shouldKeepAnExitDueUntilTheOpenOrderHasEnded() {
        trader.keepOrdersOpen();
        quote(100, 100, 101, 99);
        assertThat(trader.sides()).containsExactly(Side.BUY);

        trader.open(BTC, false);
        trader.hold(BTC, 10_000);
        quote(98);
        assertThat(trader.sides()).containsExactly(Side.BUY, Side.SELL);
        assertThat(trader.orders().get(1).reasoning()).startsWith("fast 1 = 99.00 crossed below slow 2 = 100.00 at ");
    }

    @Test
    void shouldForgetAnExitWhenThePriceTurns() {
        strategy = crossover("fast=1 slow=2 cooldown=60s");
        quote(100, 100, 101, 99, 99);
        epochNs += 61 * SECOND_NS;
        quote(99);

        assertThat(trader.sides()).containsExactly(Side.BUY);
        assertThat(strategy.status()).doesNotContain("exit due");
    }

    @Test
    void shouldNotSellLaterWhatWasBoughtAfterTheFall() {
        quote(100, 100, 99);
        trader.hold(BTC, 10_000);
        quote(98);

        assertThat(trader.orders()).isEmpty();
    }

    @Test
    void shouldNotSellLaterWhatWasBoughtAfterAFallInTheCoolDown() {
        strategy = crossover("fast=1 slow=2 cooldown=60s");
        quote(100, 100, 101);
        trader.hold(BTC, 0);
        quote(99);
        trader.hold(BTC, 10_000);
        epochNs += 60 * SECOND_NS;
        quote(98);

        assertThat(trader.sides()).containsExactly(Side.BUY);
    }

    @Test
    void shouldKeepAnExitDueOverANewRun() {
        strategy = crossover("fast=1 slow=2 cooldown=60s");
        quote(100, 100, 101, 99);
        strategy.reset();
        epochNs += 60 * SECOND_NS;
        quote(98);

        assertThat(trader.sides()).containsExactly(Side.BUY, Side.SELL);
    }

    @Test
    void shouldCoolDownAfterAnOrderBySymbol() {
        strategy = crossover("fast=1 slow=2 cooldown=60s");
        quote(100, 100, 101, 99);
        assertThat(trader.sides()).containsExactly(Side.BUY);
        assertThat(strategy.status()).contains("exit due, cool-down 60 s left");

        for (long price : new long[] {5, 5, 6}) {
            strategy.onTick(tick(ETH, price, price, 0, epochNs), trader);
        }
        assertThat(trader.sides()).containsExactly(Side.BUY, Side.BUY);

        epochNs += 60 * SECOND_NS - 100;
        quote(98);
        assertThat(trader.orders()).hasSize(2);
        epochNs += 100;
        quote(97);
        assertThat(trader.sides()).containsExactly(Side.BUY, Side.BUY, Side.SELL);
    }

    @Test
    void shouldNotAskAgainAtOnceAfterARejectionEvenWithoutCoolDown() {
        trader.hold(BTC, 10_000);
        trader.reject("max-orders-per-minute: 10 of 10");
        quote(100, 100, 99, 98, 97);
        assertThat(trader.orders()).hasSize(1);
        assertThat(strategy.status()).contains("rejected: max-orders-per-minute: 10 of 10");

        trader.reject(null);
        epochNs += SECOND_NS;
        quote(96);
        assertThat(trader.sides()).containsExactly(Side.SELL, Side.SELL);
        assertThat(strategy.status()).doesNotContain("rejected");
    }

    @Test
    void shouldCoolDownAfterTheVenueRejectedAndSellThen() {
        trader.keepOrdersOpen();
        trader.hold(BTC, 10_000);
        quote(100, 100, 99);
        trader.open(BTC, false);
        strategy.onOrderAck(rejected(trader.orders().get(0)), trader);
        quote(98);
        assertThat(trader.orders()).hasSize(1);
        assertThat(strategy.status()).contains("exit due, cool-down 1 s left, "
            + "rejected: #1 sell 1.0000 BTCUSDT at market REJECTED no such balance");

        epochNs += SECOND_NS;
        quote(97);
        assertThat(trader.sides()).containsExactly(Side.SELL, Side.SELL);
    }

    @Test
    void shouldRejectItselfWhatIsTooSmallToBuy() {
        strategy.set(Map.of("size", "0.5"));
        quote(1_000, 1_000, 1_001);

        assertThat(trader.orders()).isEmpty();
        assertThat(strategy.status()).contains("rejected: size 0.5 buys 0.0004 at 1001, allowed are steps of 0.0010");
    }

    @Test
    void shouldTradeOnlyWhatHasRulesAndIsChosen() {
        strategy = crossover("fast=1 slow=2 symbols=ETHUSDT");
        quote(100, 100, 101);
        for (long price : new long[] {5, 5, 6}) {
            strategy.onTick(tick(NO_RULES, price, price, 0, epochNs), trader);
        }

        assertThat(trader.orders()).isEmpty();
        assertThat(strategy.status()).startsWith("ETHUSDT: fast 1 = none").doesNotContain("BTCUSDT", "NORULES");
    }

    @Test
    void shouldResetWhenSet() {
        quote(100, 100);
        strategy.set(Map.of("size", "7"));
        quote(101, 102);

        assertThat(trader.orders()).isEmpty();
    }

    @Test
    void shouldCarryOnOverAnotherExponentAndResetWhereItWouldRound() {
        quote(100, 100);
        strategy.onTick(tick(BTC, 1_010, 1_010, -1, epochNs), trader);
        assertThat(trader.sides()).containsExactly(Side.BUY);

        strategy.onTick(tick(BTC, 1_005, 1_005, -1, epochNs), trader);
        assertThat(trader.sides()).containsExactly(Side.BUY);
        assertThat(strategy.status()).contains("1 of 2 samples", "windows reset 1 times");

        strategy.onTick(tick(BTC, 1_005, 1_005, -1, epochNs), trader);
        strategy.onTick(tick(BTC, 1_004, 1_004, -1, epochNs), trader);
        assertThat(trader.sides()).containsExactly(Side.BUY, Side.SELL);
    }

    @Test
    void shouldPassOverQuotesThatLackASide() {
        quote(100, 100);
        strategy.onTick(tick(BTC, 0, 300, 0, epochNs), trader);
        strategy.onTick(tick(BTC, 300, 0, 0, epochNs), trader);

        assertThat(trader.orders()).isEmpty();
        assertThat(strategy.status()).contains("2 of 2 samples", "2 quotes without a price");
    }

    private static Order rejected(OrderRequest request) {
        Orders orders = new Orders(INSTRUMENTS);
        Order order = orders.add(new OrderPlaced(1, AccountId.PAPER, "ringside-1", request.terms(),
            TradeFixtures.entry(ORIGIN, request.source()), 1, ""));
        orders.apply(OrderUpdate.rejected(new Ids(1, BTC, "ringside-1", ""),
            Report.event(2, "no such balance")));
        return order;
    }

    private void quote(long... prices) {
        for (long price : prices) {
            strategy.onTick(tick(price, epochNs++), trader);
        }
    }

    private static MovingAverageCrossover crossover(String parameters) {
        return MovingAverageCrossover.of(CrossoverSettingsTest.parsed(parameters), INSTRUMENTS, ORIGIN);
    }
}
