package io.ringside.core.ring;

import com.lmax.disruptor.dsl.ProducerType;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One event from producer to consumer: our ring against a bare Disruptor with the same slots, wait strategy and, except
 * for the last, producer type. Its events are empty, or have as many fields as a tick. Batches take one claim per
 * burst. A burst ends when all of it has arrived; a flood waits only for free slots.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class RingHopBenchmark {

    private static final int MANY = 100;

    @Param({"BUSY_SPIN", "YIELDING", "PHASED_BACKOFF", "BLOCKING"})
    private WaitMode waitMode;

    @Param({"RINGSIDE", "RINGSIDE_BATCHES", "DISRUPTOR_MULTI", "DISRUPTOR_FIELDS", "DISRUPTOR_SINGLE"})
    private String ring;

    private Hop hop;
    private long published;

    @Setup
    public void open() {
        hop = switch (ring) {
            case "DISRUPTOR_MULTI" -> DisruptorHop.empty(waitMode, ProducerType.MULTI);
            case "DISRUPTOR_FIELDS" -> DisruptorHop.filling(waitMode, ProducerType.MULTI);
            case "DISRUPTOR_SINGLE" -> DisruptorHop.empty(waitMode, ProducerType.SINGLE);
            case "RINGSIDE_BATCHES" -> RingHop.batching(waitMode);
            default -> RingHop.bare(waitMode);
        };
    }

    @TearDown
    public void close() {
        hop.close();
    }

    @Benchmark
    public void burst1() {
        published = hop.burst(1, published);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void burst100() {
        published = hop.burst(MANY, published);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void flood() {
        hop.flood(MANY);
    }
}
