package io.ringside.trading.strategy.crossover;

import static io.ringside.trading.strategy.crossover.RecordingTrader.BTC;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ETH;
import static io.ringside.trading.strategy.crossover.RecordingTrader.INSTRUMENTS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ORIGIN;
import static io.ringside.trading.strategy.crossover.RecordingTrader.SECOND_NS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.Tick;
import io.ringside.trading.decision.Side;
import io.ringside.trading.order.OrderRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random walks of prices: against plain arithmetic, and cut by snapshots. */
class CrossoverWalkTest {

    private static final int TICKS = 4_000;

    @ParameterizedTest
    @CsvSource({"1, 2, 100, 1", "3, 7, 100, 2", "20, 100, 6800000, 3", "5, 13, 4611686018427387904, 4",
        "2, 50, 9223372036854775000, 5", "16, 17, 4611686018427387000, 6"})
    void shouldCrossWhereBigDecimalsDo(int fast, int slow, long start, long seed) {
        MovingAverageCrossover strategy = crossover("fast", fast, "slow", slow);
        RecordingTrader trader = new RecordingTrader();
        List<BigDecimal> mids = new ArrayList<>();
        List<Side> expected = new ArrayList<>();
        int before = 2;
        SplittableRandom random = new SplittableRandom(seed);
        long bid = start;
        for (int i = 0; i < TICKS; i++) {
            bid = Math.min(Math.max(bid + random.nextLong(-2, 3), start - 50), start + 50);
            long ask = bid + random.nextLong(2);
            // The exponent makes the price worth buying, and each order large enough.
            trader.hold(BTC, before < 2 && expected.size() % 2 == 1 ? 10_000_000 : 0);
            strategy.onTick(tick(BTC, bid, ask, exponent(start), i), trader);

            mids.add(BigDecimal.valueOf(bid).add(BigDecimal.valueOf(ask)));
            if (mids.size() >= slow) {
                int sign = sum(mids, fast).multiply(BigDecimal.valueOf(slow))
                    .compareTo(sum(mids, slow).multiply(BigDecimal.valueOf(fast)));
                boolean holds = expected.size() % 2 == 1;
                if (before <= 0 && sign > 0 && !holds) {
                    expected.add(Side.BUY);
                } else if (before >= 0 && before < 2 && sign < 0 && holds) {
                    expected.add(Side.SELL);
                }
                before = sign;
            }
            assertThat(trader.sides()).as("tick %s", i).hasSameSizeAs(expected);
        }

        assertThat(trader.sides()).isEqualTo(expected).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"3, 8, 0s, 1", "20, 100, 2s, 2", "2s, 5s, 0s, 3", "3s, 40s, 7s, 4"})
    void shouldDecideTheSameOverSnapshots(String fast, String slow, String cooldown, long seed) throws IOException {
        List<OrderRequest> whole = walk(crossover("fast", fast, "slow", slow, "cooldown", cooldown), seed, 0);
        List<OrderRequest> cut = walk(crossover("fast", fast, "slow", slow, "cooldown", cooldown), seed, 97);

        assertThat(cut).isEqualTo(whole).hasSizeGreaterThan(20);
    }

    @Test
    void shouldWriteOnlyWhatIsFilled() throws IOException {
        MovingAverageCrossover strategy = crossover("slow", "100000");
        int empty = saved(strategy).length;
        strategy.onTick(tick(100, 1), new RecordingTrader());

        assertThat(empty).isLessThan(500);
        assertThat(saved(strategy)).hasSize(empty + Long.BYTES);
    }

    @Test
    void shouldBeginWithEmptyWindowsAndTheSameParametersInANewRun() throws IOException {
        RecordingTrader trader = new RecordingTrader();
        MovingAverageCrossover strategy = crossover("fast", "1", "slow", "2");
        strategy.onTick(tick(100, 1), trader);
        strategy.onTick(tick(100, 2), trader);
        MovingAverageCrossover next = reloaded(strategy);
        next.reset();
        next.onTick(tick(101, 3), trader);

        assertThat(next.parameters()).isEqualTo(strategy.parameters());
        assertThat(next.status()).contains("1 of 2 samples");
        assertThat(trader.orders()).isEmpty();
    }

    @Test
    void shouldRejectBytesThatAreNoSnapshot() throws IOException {
        byte[] bytes = saved(crossover("fast", "7"));
        bytes[5] = 'x';

        assertThatThrownBy(() -> load(crossover("fast", "7"), bytes)).isInstanceOf(IOException.class)
            .hasMessageStartingWith("saved parameters do not fit this run: parameter 'fxst' is '7'");
        assertThatThrownBy(() -> load(crossover("fast", "7"), new byte[] {127, 0, 0, 0}))
            .isInstanceOf(IOException.class);
    }

    /** Rejects, rejects and lets gaps and exponents change at random; 0 for no cuts, else one in so many events. */
    private static List<OrderRequest> walk(MovingAverageCrossover first, long seed, int cutEvery) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom cuts = new SplittableRandom(seed + 1);
        MovingAverageCrossover strategy = first;
        RecordingTrader trader = new RecordingTrader();
        long[] prices = {100_000, 100_000};
        long epochNs = 1_000 * SECOND_NS;
        for (int i = 0; i < TICKS; i++) {
            int symbolId = random.nextInt(10) < 7 ? BTC : ETH;
            prices[symbolId] = Math.max(1_000, prices[symbolId] + random.nextLong(-200, 201));
            epochNs += random.nextLong(random.nextInt(500) == 0 ? 50 * SECOND_NS : SECOND_NS / 2);
            trader.reject(random.nextInt(4) == 0 ? "rejected at " + i : null);
            if (random.nextInt(10) == 0) {
                strategy.onTimer(epochNs, trader);
            } else {
                strategy.onTick(quote(symbolId, prices[symbolId], random, epochNs), trader);
            }
            if (cutEvery > 0 && cuts.nextInt(cutEvery) == 0) {
                strategy = reloaded(strategy);
            }
        }
        return trader.orders();
    }

    private static Tick quote(int symbolId, long price, SplittableRandom random, long epochNs) {
        return random.nextInt(1_000) == 0 ? tick(symbolId, price * 1_000 + 1, price * 1_000 + 2, -5, epochNs)
            : tick(symbolId, price * 10, price * 10 + 20, -3, epochNs);
    }

    private static MovingAverageCrossover reloaded(MovingAverageCrossover strategy) throws IOException {
        MovingAverageCrossover next = crossover("fast", "3", "slow", "9", "symbols", "ETHUSDT");
        load(next, saved(strategy));
        assertThat(next.status()).isEqualTo(strategy.status());
        assertThat(saved(next)).isEqualTo(saved(strategy));
        return next;
    }

    private static void load(MovingAverageCrossover strategy, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        strategy.load(in, strategy.version());
        assertThat(in.available()).isZero();
    }

    private static byte[] saved(MovingAverageCrossover strategy) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        strategy.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static MovingAverageCrossover crossover(Object... words) {
        Map<String, String> parameters = new HashMap<>(Map.of("cooldown", "0s", "size", "100"));
        for (int i = 0; i < words.length; i += 2) {
            parameters.put(words[i].toString(), words[i + 1].toString());
        }
        return MovingAverageCrossover.of(parameters, INSTRUMENTS, ORIGIN);
    }

    private static BigDecimal sum(List<BigDecimal> mids, int newest) {
        return mids.subList(mids.size() - newest, mids.size()).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int exponent(long price) {
        return price < 1_000 ? 0 : price < 10_000_000 ? -4 : -17;
    }
}
