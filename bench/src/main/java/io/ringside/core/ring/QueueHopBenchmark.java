package io.ringside.core.ring;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
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
 * One quote from producer to consumer, written on one side and read on the other: the ring against common queues. The
 * consumers of the first four spin, those of the last two sleep.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class QueueHopBenchmark {

    private static final int MANY = 100;

    @Param({"RING_BUSY_SPIN", "AGRONA_ONE_TO_ONE", "AGRONA_MANY_TO_ONE", "ARRAY_BLOCKING_POLL", "RING_BLOCKING",
        "ARRAY_BLOCKING_TAKE"})
    private String way;

    private Hop hop;
    private long published;

    @Setup
    public void open() {
        hop = switch (way) {
            case "AGRONA_ONE_TO_ONE" -> QueueHop.polling(new OneToOneConcurrentArrayQueue<>(Hop.SLOTS));
            case "AGRONA_MANY_TO_ONE" -> QueueHop.polling(new ManyToOneConcurrentArrayQueue<>(Hop.SLOTS));
            case "ARRAY_BLOCKING_POLL" -> QueueHop.polling(new ArrayBlockingQueue<>(Hop.SLOTS));
            case "ARRAY_BLOCKING_TAKE" -> QueueHop.taking(new ArrayBlockingQueue<>(Hop.SLOTS));
            case "RING_BLOCKING" -> RingHop.filling(WaitMode.BLOCKING);
            default -> RingHop.filling(WaitMode.BUSY_SPIN);
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
