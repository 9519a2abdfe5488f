package io.ringside.trading.strategy.crossover;

import static io.ringside.trading.strategy.crossover.RecordingTrader.BTC;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ETH;
import static io.ringside.trading.strategy.crossover.RecordingTrader.INSTRUMENTS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ORIGIN;
import static io.ringside.trading.strategy.crossover.RecordingTrader.SECOND_NS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.Side;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a crossover makes of a gap in its quotes: a restart, or a silence. */
class CrossoverGapTest {

    private final RecordingTrader trader = new RecordingTrader();
    private MovingAverageCrossover strategy = crossover("1", "2", "0s");
    private long epochNs = SECOND_NS;

    @Test
    void shouldSellAfterARestartWhenTheAverageHasFallenMeanwhile() throws IOException {
        quote(100, 100, 101);

        restart();
        quote(90);
        assertThat(trader.sides()).containsExactly(Side.BUY);
        quote(89);

        assertThat(trader.sides()).containsExactly(Side.BUY, Side.SELL);
    }

    @Test
    void shouldHoldAfterARestartWhenTheAverageIsStillAbove() throws IOException {
        quote(100, 100, 101);

        restart();
        quote(90, 91, 92);

        assertThat(trader.sides()).containsExactly(Side.BUY);
    }

    @Test
    void shouldNotBuyAfterARestartWhenTheAverageHasRisenMeanwhile() throws IOException {
        quote(101, 100);

        restart();
        quote(109, 110, 111);

        assertThat(trader.orders()).isEmpty();
    }

    @Test
    void shouldRememberTwoRestartsInARow() throws IOException {
        quote(100, 100, 101);

        restart();
        quote(90);
        restart();
        quote(89, 88);

        assertThat(trader.sides()).containsExactly(Side.BUY, Side.SELL);
    }

    @Test
    void shouldStillOweAnExitAfterARestartAndSayWhy() throws IOException {
        trader.hold(BTC, 10_000);
        trader.open(BTC, true);
        quote(100, 100, 99);

        restart();
        trader.open(BTC, false);
        quote(95);

        assertThat(trader.sides()).containsExactly(Side.SELL);
        assertThat(trader.orders().get(0).reasoning()).startsWith("fast 1 = 99.00 crossed below slow 2 = 99.50");
    }

    @Test
    void shouldCoolDownOverARestart() throws IOException {
        strategy = crossover("1", "2", "1m");
        trader.keepOrdersOpen();
        quote(100, 100, 101);
        trader.open(BTC, false);

        restart();
        strategy.onTimer(epochNs, trader);

        assertThat(strategy.status()).contains("0 of 2 samples, last signal up at").contains("60 s left");
    }

    @Test
    void shouldSellAfterASilenceInWhichTheAverageHasFallen() {
        strategy = crossover("2s", "3s", "0s");
        for (long price : new long[] {100, 100, 100, 110, 110}) {
            epochNs += SECOND_NS;
            quote(price);
        }
        assertThat(trader.sides()).containsExactly(Side.BUY);

        epochNs += 60 * SECOND_NS;
        for (long price : new long[] {90, 89, 88, 87, 86}) {
            epochNs += SECOND_NS;
            quote(price);
        }

        assertThat(strategy.status()).contains("windows reset 1 times");
        assertThat(trader.sides()).containsExactly(Side.BUY, Side.SELL);
    }

    @Test
    void shouldRememberNothingOfSymbolsWithoutOrdersAndFullWindows() throws IOException {
        strategy.onTick(tick(ETH, 5, 5, 0, epochNs), trader);

        assertThat(memory()).hasSize(Integer.BYTES);
    }

    private void quote(long... prices) {
        for (long price : prices) {
            strategy.onTick(tick(price, epochNs), trader);
        }
    }

    private void restart() throws IOException {
        byte[] memory = memory();
        Map<String, String> parameters = Map.of("fast", "1", "slow", "2",
            "cooldown", strategy.parameters().contains("1m") ? "1m" : "0s");
        strategy = MovingAverageCrossover.of(parameters, INSTRUMENTS, ORIGIN);
        strategy.loadMemory(new DataInputStream(new ByteArrayInputStream(memory)), strategy.version());
    }

    private byte[] memory() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        strategy.saveMemory(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static MovingAverageCrossover crossover(String fast, String slow, String cooldown) {
        return MovingAverageCrossover.of(Map.of("fast", fast, "slow", slow, "cooldown", cooldown), INSTRUMENTS, ORIGIN);
    }
}
