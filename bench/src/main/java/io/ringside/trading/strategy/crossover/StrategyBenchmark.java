package io.ringside.trading.strategy.crossover;

import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.strategy.Strategy;
import io.ringside.trading.strategy.Trader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One tick of a random walk through the crossover: ours, exact and with all its checks, against the averages alone as
 * they are often written: running sums of doubles, and a loop over both windows. No order is sent: one is always open.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class StrategyBenchmark {

    private static final int PRICES = 1 << 14;

    @Param({"100", "10000"})
    private int slow;

    private final PipelineEvent event = new PipelineEvent();
    private final long[] prices = new long[PRICES];
    private Trader trader;
    private Strategy strategy;
    private DoubleAverages averages;
    private int next;
    private long epochNs;

    /** Always has an open order, so that an entry stops at that check. */
    private record BusyTrader(Instrument onlyInstrument) implements Trader {

        @Override
        public Instrument instrument(int symbolId) {
            return onlyInstrument;
        }

        @Override
        public long position(int symbolId) {
            return 0;
        }

        @Override
        public boolean hasOpenOrder(int symbolId) {
            return true;
        }

        @Override
        public Tick quote(int symbolId) {
            return null;
        }

        @Override
        public int openOrders() {
            return 1;
        }

        @Override
        public Order openOrder(int index) {
            throw new IllegalStateException("asked for its orders");
        }

        @Override
        public Placement place(OrderRequest request) {
            throw new IllegalStateException("placed though an order is open: " + request.text());
        }

        @Override
        public boolean cancel(long number) {
            throw new IllegalStateException("canceled order #" + number);
        }
    }

    @Setup
    public void walk() {
        SplittableRandom random = new SplittableRandom(1);
        long price = 6_800_000_000_000L;
        for (int i = 0; i < PRICES; i++) {
            price += random.nextLong(-1_000_000, 1_000_001);
            prices[i] = price;
        }
        Grid grid = new Grid(-8, 1, 1, Long.MAX_VALUE);
        Instrument instrument = new Instrument(0, "BTCUSDT", "BTC", "USDT",
            Filters.of(grid, grid, grid, Notional.atLeast(BigDecimal.ZERO, false)),
            8, 8, Fees.DEFAULT, true);
        trader = new BusyTrader(instrument);
        strategy = MovingAverageCrossover.of(
            Map.of("fast", Integer.toString(slow / 5), "slow", Integer.toString(slow)),
            new Instruments(Symbols.of("BTCUSDT"), List.of(instrument)), Origin.telegram(0, 0, 0, 0));
        averages = new DoubleAverages(slow / 5, slow);
    }

    @Benchmark
    public Strategy exact() {
        strategy.onTick(nextTick(), trader);
        return strategy;
    }

    @Benchmark
    public boolean runningDoubles() {
        return averages.isAboveBySums(nextTick());
    }

    @Benchmark
    public boolean recomputedDoubles() {
        return averages.isAboveByLoops(nextTick());
    }

    private Tick nextTick() {
        next = next + 1 & PRICES - 1;
        epochNs += 1_000_000;
        Tick tick = event.tick();
        tick.set(0, next, 0, epochNs);
        tick.setQuote(-8, -8, prices[next], 1, prices[next] + 1_000_000, 1);
        return tick;
    }
}
