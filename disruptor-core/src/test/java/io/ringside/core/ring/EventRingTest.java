package io.ringside.core.ring;

import static io.ringside.core.ring.GatedHandler.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.EventHandler;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.ThreadNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventRingTest {

    private static final int SLOTS = 8;

    private final GatedHandler shut = GatedHandler.shut();
    private final GatedHandler passing = GatedHandler.open();
    private EventRing ring;

    @AfterEach
    void close() {
        shut.release();
        ring.close();
    }

    @ParameterizedTest
    @EnumSource(value = WaitMode.class, mode = EnumSource.Mode.EXCLUDE, names = "SHARED_THREAD")
    void shouldHandleInTheOrderOfPublishingInEveryWaitMode(WaitMode waitMode) throws InterruptedException {
        ring = new EventRing(new RingConfig(1024, waitMode, "ring", 2_000), passing, RingDeaths::unexpected);
        ring.start();

        LongStream.range(0, 500).forEach(i -> assertThat(ring.tryPublish(timer(i))).isTrue());

        assertThat(passing.next(500)).isEqualTo(LongStream.range(0, 500).boxed().toList());
        assertThat(passing.thread().getName()).isEqualTo("ring");
        assertThat(passing.thread().isDaemon()).isTrue();
    }

    @Test
    void shouldLoseNothingFromSeveralProducersAndKeepTheOrderOfEach() throws InterruptedException {
        int producers = 4;
        int each = 5_000;
        Map<Integer, List<Long>> byProducer = new ConcurrentHashMap<>();
        CountDownLatch all = new CountDownLatch(producers * each);
        ring = new EventRing(config(64), (event, sequence, end) -> {
            byProducer.computeIfAbsent(event.tick().symbolId(), key -> new ArrayList<>()).add(event.tick().updateId());
            all.countDown();
        }, RingDeaths::unexpected);
        ring.start();

        for (int producer = 0; producer < producers; producer++) {
            int id = producer;
            ThreadNames.factory("producer-" + id).newThread(() -> publishTicks(id, each)).start();
        }

        GatedHandler.await(all);
        List<Long> inOrder = LongStream.range(0, each).boxed().toList();
        assertThat(byProducer).hasSize(producers).allSatisfy((id, seen) -> assertThat(seen).isEqualTo(inOrder));
    }

    @Test
    void shouldRejectWhenFullAndAcceptAfterRelease() throws InterruptedException {
        ring = started(shut);
        for (int i = 0; i < SLOTS; i++) {
            assertThat(ring.tryPublish(timer(i))).isTrue();
        }
        shut.awaitEntered();

        assertThat(ring.tryPublish(timer(99))).isFalse();
        assertThat(ring.backlog()).isEqualTo(SLOTS);

        shut.release();
        assertThat(shut.next(SLOTS)).isEqualTo(LongStream.range(0, SLOTS).boxed().toList());
        assertThat(ring.publish(timer(100), 10_000_000_000L, () -> { })).isTrue();
        assertThat(shut.next(1)).containsExactly(100L);
    }

    @Test
    void shouldLetTheProducerRefillItsEventAtOnce() throws InterruptedException {
        ring = started(shut);
        PipelineEvent event = timer(1);
        ring.tryPublish(event);
        event.timer().set(2);
        ring.tryPublish(event);

        shut.release();

        assertThat(shut.next(2)).containsExactly(1L, 2L);
    }

    @Test
    void shouldTellHowFarTheConsumerIs() throws InterruptedException {
        ring = started(passing);
        assertThat(ring.handledSequence()).isEqualTo(-1);
        assertThat(ring.backlog()).isZero();
        assertThat(ring.slots()).isEqualTo(SLOTS);

        ring.tryPublish(timer(1));
        ring.tryPublish(timer(2));
        passing.next(2);
        ring.close();

        assertThat(ring.handledSequence()).isEqualTo(1);
        assertThat(ring.backlog()).isZero();
    }

    @Test
    void shouldAcceptNothingBeforeTheStart() {
        ring = new EventRing(config(SLOTS), passing, RingDeaths::unexpected);

        assertThat(ring.tryPublish(timer(1))).isFalse();
        assertThat(ring.publish(timer(1), 10_000_000_000L, () -> { })).isFalse();
        assertThat(ring.backlog()).isZero();
    }

    @Test
    void shouldStartOnceOnly() {
        ring = started(passing);

        assertThatThrownBy(() -> ring.start()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNotAcceptAgainWhenStartedAfterTheClose() {
        ring = started(passing);
        ring.close();

        assertThatThrownBy(() -> ring.start()).isInstanceOf(IllegalStateException.class);
        assertThat(ring.tryPublish(timer(1))).isFalse();
    }

    @Test
    void shouldNeverCountLessThanNothingOrMoreThanItsSlotsAsBacklog() {
        ring = started((event, sequence, end) -> { });
        Thread producer = ThreadNames.factory("producer").newThread(() -> publishTicks(0, 40_000));
        producer.start();

        long least = 0;
        long most = 0;
        while (producer.isAlive()) {
            long backlog = ring.backlog();
            least = Math.min(least, backlog);
            most = Math.max(most, backlog);
        }

        assertThat(least).isZero();
        assertThat(most).isLessThanOrEqualTo(SLOTS);
    }

    private EventRing started(EventHandler<PipelineEvent> handler) {
        EventRing made = new EventRing(config(SLOTS), handler, RingDeaths::unexpected);
        made.start();
        return made;
    }

    private static RingConfig config(int slots) {
        return new RingConfig(slots, WaitMode.BLOCKING, "ring", 2_000);
    }

    private void publishTicks(int symbolId, int count) {
        PipelineEvent event = new PipelineEvent();
        event.tick().setQuote(0, 0, 0, 0, 0, 0);
        for (long i = 0; i < count; i++) {
            event.tick().set(symbolId, i, 0, 0);
            while (!ring.tryPublish(event)) {
                Thread.onSpinWait();
            }
        }
    }
}
