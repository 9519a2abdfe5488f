package io.ringside.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Router and ring together. */
class RoutedRingTest {

    private static final int WARM_UP = 50_000;
    private static final int MEASURED = 200_000;

    private final Counter failures = new Counters().counter("handler failures");
    private final Router router = new Router(() -> 0, failures);
    private final PipelineEvent event = new PipelineEvent();
    private long sum;

    @Test
    void shouldKeepTheRingGoingWhenAHandlerThrows() throws InterruptedException {
        List<Long> seen = new CopyOnWriteArrayList<>();
        CountDownLatch last = new CountDownLatch(3);
        router.onTimer("bad", (epochNs, sequence) -> {
            throw new IllegalStateException("asked for by the test");
        }).onTimer("good", (epochNs, sequence) -> {
            seen.add(epochNs);
            last.countDown();
        });
        try (EventRing ring = new EventRing(RingConfig.of("ring", WaitMode.BLOCKING), router, failure -> { })) {
            ring.start();
            for (long epochNs = 1; epochNs <= 3; epochNs++) {
                event.timer().set(epochNs);
                assertThat(ring.tryPublish(event)).isTrue();
            }

            assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).containsExactly(1L, 2L, 3L);
            assertThat(failures.value()).isEqualTo(3);
        }
    }

    @Test
    void shouldEndTheConsumerOnAnError() throws InterruptedException {
        CountDownLatch died = new CountDownLatch(1);
        router.onTimer("bad", (epochNs, sequence) -> {
            throw new AssertionError("half written");
        });
        try (EventRing ring =
                 new EventRing(RingConfig.of("ring", WaitMode.BLOCKING), router, failure -> died.countDown())) {
            ring.start();
            ring.tryPublish(event);

            assertThat(died.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ring.tryPublish(event)).isFalse();
        }
    }

    @Test
    void shouldAllocateNothingPerRoutedTick() {
        router.onTick("book", (tick, sequence) -> sum += tick.bidPrice())
            .onTick("strategy", (tick, sequence) -> sum += tick.askPrice() + sequence);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        route(WARM_UP);

        long before = threads.getCurrentThreadAllocatedBytes();
        route(MEASURED);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isPositive();
        assertThat(before).as("measuring is supported").isPositive();
        assertThat((double) allocated / MEASURED).as("bytes per tick").isLessThan(1);
    }

    private void route(int ticks) {
        for (int i = 0; i < ticks; i++) {
            event.tick().set(1, i, i, i);
            event.tick().setQuote(-8, -8, i, 1, i + 1, 1);
            router.onEvent(event, i, true);
        }
    }
}
