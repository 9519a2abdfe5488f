package io.ringside.binance.feed;

import io.netty.buffer.ByteBuf;
import io.ringside.bench.DirectPublisher;
import io.ringside.bench.frame.JacksonQuotes;
import io.ringside.bench.frame.SampleFrames;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.Publisher;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
 * One tick from received bytes to handler, without a socket: the feed's session, the ring, the router. After each read
 * the producer waits until all its ticks are handled. Baselines: the same without the ring and its thread, and Netty's
 * pipeline with Jackson.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-Dio.netty.leakDetection.level=disabled")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class TickBenchmark {

    private static final int MANY = 100;
    private static final String NETTY_AND_JACKSON = "NETTY_AND_JACKSON";
    private static final String NO_RING = "NO_RING";

    @Param({NETTY_AND_JACKSON, NO_RING, "BUSY_SPIN", "YIELDING", "BLOCKING"})
    private String path;

    private final SampleReads single = new SampleReads(1);
    private final SampleReads many = new SampleReads(MANY);
    private final Counter handled = new Counters().counter("ticks handled");
    private final JacksonQuotes jackson = new JacksonQuotes(SampleFrames.symbols());
    private long bidPrices;
    private Consumer<ByteBuf> target;
    private Runnable startOver = () -> { };
    private EventRing ring;
    private long sent;

    @Setup
    public void build() {
        if (path.equals(NETTY_AND_JACKSON)) {
            target = new StandardPipeline(this::readByJackson)::read;
            return;
        }
        Router router = new Router(System::nanoTime, new Counters().counter("handlers failed"))
            .onTick("sum", (tick, sequence) -> onPrice(tick.bidPrice()));
        Publisher publisher = path.equals(NO_RING) ? new DirectPublisher(router) : startRing(router);
        SessionPath session = new SessionPath(publisher);
        target = session::read;
        startOver = session::forgetUpdateIds;
    }

    @TearDown
    public void close() {
        if (ring != null) {
            ring.close();
        }
    }

    @Benchmark
    public long burst1() {
        read(single, 1);
        return bidPrices;
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public long burst100() {
        read(many, MANY);
        return bidPrices;
    }

    private void read(SampleReads reads, int count) {
        if (reads.atStart()) {
            startOver.run();
        }
        target.accept(reads.next());
        sent += count;
        while (handled.value() < sent) {
            Thread.onSpinWait();
        }
    }

    private EventRing startRing(Router router) {
        ring = new EventRing(RingConfig.of("ring", WaitMode.valueOf(path)), router, death -> { });
        ring.start();
        return ring;
    }

    private void readByJackson(byte[] bytes, int length) {
        try {
            onPrice(jackson.read(bytes, 0, length).bidPrice());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private void onPrice(long bidPrice) {
        bidPrices += bidPrice;
        handled.increment();
    }
}
