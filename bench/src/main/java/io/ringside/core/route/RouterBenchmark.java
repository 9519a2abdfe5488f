package io.ringside.core.route;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Tick;
import io.ringside.core.runtime.Counters;
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

/** One tick to all its handlers: through the router, and by direct calls. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class RouterBenchmark {

    @Param({"1", "8"})
    private int handlers;

    private final PipelineEvent event = new PipelineEvent();
    private Summing[] direct;
    private Router router;
    private long sequence;

    /** A minimal handler. */
    private static final class Summing implements TickHandler {

        private long bidPrices;

        @Override
        public void onTick(Tick tick, long sequence) {
            bidPrices += tick.bidPrice();
        }
    }

    @Setup
    public void subscribe() {
        event.tick().set(1, 2, 3, 4);
        event.tick().setQuote(-8, -8, 1, 2, 3, 4);
        router = new Router(System::nanoTime, new Counters().counter("handlers failed"));
        direct = new Summing[handlers];
        for (int i = 0; i < handlers; i++) {
            direct[i] = new Summing();
            router.onTick("summing " + i, direct[i]);
        }
    }

    @Benchmark
    public long routed() {
        router.onEvent(event, sequence++, true);
        return direct[0].bidPrices;
    }

    @Benchmark
    public long direct() {
        for (Summing handler : direct) {
            handler.onTick(event.tick(), sequence);
        }
        sequence++;
        return direct[0].bidPrices;
    }
}
