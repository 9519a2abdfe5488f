package io.ringside.trading.strategy.crossover;

import static io.ringside.trading.strategy.crossover.RecordingTrader.BTC;
import static io.ringside.trading.strategy.crossover.RecordingTrader.INSTRUMENTS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ORIGIN;
import static io.ringside.trading.strategy.crossover.RecordingTrader.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringside.core.event.PipelineEvent;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossoverAllocationTest {

    private static final int WARM_UP_TICKS = 100_000;
    private static final int TICKS = 2_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final RecordingTrader trader = new RecordingTrader();
    private final PipelineEvent event = new PipelineEvent();
    private final SplittableRandom random = new SplittableRandom(1);
    private long price = 6_800_000_000_000L;
    private long epochNs = 1_000 * SECOND_NS;

    @ParameterizedTest
    @CsvSource({"20, 100", "1000, 100000", "2s, 60s"})
    void shouldAllocateNothingOnTicksThatBringNoOrder(String fast, String slow) {
        MovingAverageCrossover strategy = MovingAverageCrossover.of(Map.of("fast", fast, "slow", slow), INSTRUMENTS,
            ORIGIN);
        // Crossings come and go, each bringing an entry that an open order forbids.
        trader.open(BTC, true);
        run(strategy, WARM_UP_TICKS);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(strategy, TICKS);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(bytes).as("bytes allocated on %s ticks", TICKS).isLessThan(TICKS / 1_000);
        assertThat(strategy.status()).containsPattern("BTCUSDT: .* last signal (up|down) at ");
        assertThat(trader.orders()).isEmpty();
    }

    private void run(MovingAverageCrossover strategy, int ticks) {
        for (int i = 0; i < ticks; i++) {
            price += random.nextInt(2_001) - 1_000;
            epochNs += SECOND_NS / 100;
            event.tick().set(BTC, i, 0, epochNs);
            event.tick().setQuote(-8, -8, price, 1, price + 1_000, 1);
            strategy.onTick(event.tick(), trader);
            if (i % 10 == 0) {
                strategy.onTimer(epochNs, trader);
            }
        }
    }
}
