package io.ringside.trading.strategy.crossover;

import static io.ringside.trading.strategy.crossover.RecordingTrader.INSTRUMENTS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ORIGIN;
import static io.ringside.trading.strategy.crossover.RecordingTrader.SECOND_NS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.Side;
import io.ringside.trading.order.OrderRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Windows of two and three seconds. */
class CrossoverTimeTest {

    private static final long START_S = 1_000;

    private final RecordingTrader trader = new RecordingTrader();
    private final MovingAverageCrossover strategy = MovingAverageCrossover.of(
        Map.of("fast", "2s", "slow", "3s", "cooldown", "0s"), INSTRUMENTS, ORIGIN);

    @Test
    void shouldSampleTheNewestMidAtTheEndOfEachSecond() {
        quote(900, 0.1);
        quote(100, 0.9);
        quote(100, 1.5);
        quote(100, 2.5);
        quote(500, 3.1);
        quote(103, 3.999);
        assertThat(trader.orders()).isEmpty();

        strategy.onTimer(ns(4), trader);

        assertThat(trader.orders()).extracting(OrderRequest::reasoning).containsExactly(
            "fast 2s = 101.50 crossed above slow 3s = 101.00 at 1970-01-01T00:16:44Z");
    }

    @Test
    void shouldDecideOnTheFirstQuoteAfterASecondAndSizeByIt() {
        quote(100, 0);
        quote(100, 1);
        quote(100, 2);
        quote(110, 3);
        quote(125, 4);

        // 100 / 125 = 0.8
        assertThat(trader.orders()).extracting(OrderRequest::qty).containsExactly(8_000L);
    }

    @Test
    void shouldLetTheLastMidStandOverSecondsWithoutQuotes() {
        quote(100, 0);
        quote(100, 1);
        quote(90, 2);
        quote(90, 5.2);

        // Seconds 2, 3 and 4 closed at 90: the averages met again, after a fall that found nothing to sell.
        assertThat(strategy.status()).contains("fast 2s = 90.00, slow 3s = 90.00, 3 of 3 samples");
        quote(91, 5.9);
        strategy.onTimer(ns(6), trader);
        assertThat(trader.sides()).containsExactly(Side.BUY);
    }

    @Test
    void shouldSeeTheSameWithAndWithoutTimersBetween() {
        quote(100, 0);
        strategy.onTimer(ns(1.1), trader);
        strategy.onTimer(ns(2.1), trader);
        strategy.onTimer(ns(3.1), trader);
        String withTimers = strategy.status();
        strategy.set(Map.of());
        quote(100, 0);
        strategy.onTimer(ns(3.1), trader);

        assertThat(strategy.status()).isEqualTo(withTimers).contains("3 of 3 samples");
    }

    @Test
    void shouldResetAfterMoreQuietSecondsThanTheLongWindowHas() {
        quote(100, 0);
        quote(100, 1);
        quote(100, 2);
        strategy.onTimer(ns(5.9), trader);
        assertThat(strategy.status()).contains("3 of 3 samples").doesNotContain("reset");

        strategy.onTimer(ns(6), trader);
        assertThat(strategy.status()).contains("0 of 3 samples", "windows reset 1 times");

        quote(200, 1_000_000);
        assertThat(strategy.status()).contains("0 of 3 samples", "windows reset 1 times");
        assertThat(trader.orders()).isEmpty();
    }

    @Test
    void shouldBearTimesThatRunBackALittleAndResetWhenTheClockIsSetBack() {
        quote(100, 20);
        quote(100, 21);
        quote(101, 20.9);
        strategy.onTimer(ns(22), trader);
        assertThat(strategy.status()).contains("slow 3s = 100.50, 2 of 3 samples").doesNotContain("reset");

        strategy.onTimer(ns(11.9), trader);
        assertThat(strategy.status()).contains("0 of 3 samples", "windows reset 1 times");
    }

    @Test
    void shouldCoolDownByTheTimeOfEvents() {
        strategy.set(Map.of("cooldown", "1h"));
        quote(100, 0);
        quote(100, 1);
        quote(100, 2);
        quote(101, 3);
        strategy.onTimer(ns(4), trader);
        assertThat(strategy.status()).contains("cool-down 3600 s left");

        strategy.onTimer(ns(64), trader);
        assertThat(strategy.status()).contains("cool-down 3540 s left");

        strategy.onTimer(ns(-7), trader);
        assertThat(strategy.status()).contains("cool-down 0 s left");
    }

    private void quote(long price, double atS) {
        strategy.onTick(tick(price, ns(atS)), trader);
    }

    private static long ns(double atS) {
        return START_S * SECOND_NS + Math.round(atS * SECOND_NS);
    }
}
