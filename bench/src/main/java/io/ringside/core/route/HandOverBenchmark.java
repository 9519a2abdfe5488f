package io.ringside.core.route;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Tick;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.runtime.Counters;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a tick that is shown to somebody costs the ring's thread: left to be looked at, and handed to a second ring. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class HandOverBenchmark {

    private static final int SYMBOLS = 2;

    private final PipelineEvent event = new PipelineEvent();
    private final Tick copy = new PipelineEvent().tick();
    private final NewestTicks newest = new NewestTicks(SYMBOLS);
    private Router fast;
    private SlowHandler slow;
    private long sequence;

    @Setup(Level.Trial)
    public void start() {
        event.tick().set(1, 2, 3, 4);
        event.tick().setQuote(-8, -8, 1, 2, 3, 4);
        Counters counters = new Counters();
        Router router = new Router(System::nanoTime, counters.counter("slow handlers failed"))
            .onTick("copy", (tick, at) -> copy.copyFrom(tick));
        fast = new Router(System::nanoTime, counters.counter("handlers failed"));
        slow = new SlowHandler(RingConfig.of("slow", WaitMode.BLOCKING), router, SYMBOLS, counters, System::nanoTime,
            failure -> { }).attachTo(fast);
        slow.start();
    }

    @TearDown(Level.Trial)
    public void close() {
        slow.close();
    }

    @Benchmark
    public long lookedAt() {
        newest.onTick(event.tick(), sequence);
        return sequence++;
    }

    @Benchmark
    public long handedOver() {
        fast.onEvent(event, sequence, true);
        return sequence++;
    }
}
