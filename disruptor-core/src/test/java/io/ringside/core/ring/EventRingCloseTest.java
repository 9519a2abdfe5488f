package io.ringside.core.ring;

import static io.ringside.core.ring.GatedHandler.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.lmax.disruptor.EventHandler;
import io.ringside.core.event.PipelineEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(GatedHandler.DEADLINE_S)
class EventRingCloseTest {

    @Test
    void shouldHandleWhatIsPublishedBeforeItEnds() {
        GatedHandler handler = GatedHandler.open();
        EventRing ring = started(handler, 10_000);
        LongStream.range(0, 1_000).forEach(i -> ring.tryPublish(timer(i)));

        ring.close();

        assertThat(handler.handledSoFar()).isEqualTo(LongStream.range(0, 1_000).boxed().toList());
        assertThat(ring.tryPublish(timer(1))).isFalse();
        assertThat(ring.publish(timer(1), Long.MAX_VALUE, () -> { })).isFalse();
    }

    @Test
    void shouldHaveEndedTheConsumerWhenItReturns() {
        for (int i = 0; i < 50; i++) {
            GatedHandler handler = GatedHandler.open();
            EventRing ring = started(handler, 10_000);
            ring.tryPublish(timer(1));

            ring.close();

            assertThat(handler.thread().isAlive()).as("consumer of ring %d", i).isFalse();
        }
    }

    @Test
    void shouldReturnWithoutAHandlerThatIsStuck() {
        GatedHandler stuck = GatedHandler.shut();
        EventRing ring = started(stuck, 50);
        ring.tryPublish(timer(1));
        ring.tryPublish(timer(2));
        stuck.awaitEntered();

        ring.close();
        ring.close();

        assertThat(ring.backlog()).isEqualTo(2);
        assertThat(stuck.handledSoFar()).isEmpty();
        stuck.release();
    }

    @Test
    void shouldNotWaitAtAllWithoutADrainTimeout() {
        GatedHandler stuck = GatedHandler.shut();
        EventRing ring = started(stuck, 0);
        ring.tryPublish(timer(1));
        stuck.awaitEntered();

        ring.close();

        assertThat(ring.tryPublish(timer(2))).isFalse();
        stuck.release();
    }

    @Test
    void shouldCloseTwice() {
        EventRing ring = started(GatedHandler.open(), 10_000);

        ring.close();

        assertThatCode(ring::close).doesNotThrowAnyException();
    }

    @Test
    void shouldCloseWithoutAStart() {
        EventRing ring = new EventRing(config(0), GatedHandler.open(), RingDeaths::unexpected);

        ring.close();

        assertThat(ring.tryPublish(timer(1))).isFalse();
    }

    @Test
    void shouldWaitForASlotThatIsClaimedButNotPublished() throws InterruptedException {
        GatedHandler handler = GatedHandler.open();
        EventRing ring = started(handler, 10_000);
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread producer = new Thread(() -> ring.publish(timer(7), 0, () -> {
            claimed.countDown();
            GatedHandler.await(goOn);
        }));
        producer.start();
        GatedHandler.await(claimed);
        Thread closer = new Thread(ring::close);
        closer.start();
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            assertThat(closer.isAlive()).as("closer waits").isTrue();
        }

        goOn.countDown();
        closer.join(10_000);

        assertThat(handler.handledSoFar()).containsExactly(7L);
        assertThat(ring.backlog()).isZero();
        producer.join(10_000);
    }

    @Test
    void shouldTellWhatIsAnnouncedBeforeTheEventIsHandled() throws InterruptedException {
        GatedHandler handler = GatedHandler.open();
        EventRing ring = started(handler, 10_000);
        AtomicReference<List<Long>> handledWhenAnnounced = new AtomicReference<>();

        ring.publish(timer(7), 0, () -> handledWhenAnnounced.set(handler.handledSoFar()));

        assertThat(handler.next(1)).containsExactly(7L);
        assertThat(handledWhenAnnounced.get()).isEmpty();
        ring.close();
    }

    @Test
    void shouldRejectToWaitOnTheConsumerThread() throws InterruptedException {
        AtomicReference<EventRing> ring = new AtomicReference<>();
        AtomicReference<Throwable> rejection = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        ring.set(started((event, sequence, end) -> {
            rejection.compareAndSet(null, Assertions.catchThrowable(() -> ring.get().publish(event, 1, () -> { })));
            done.countDown();
        }, 10_000));

        ring.get().tryPublish(timer(1));
        GatedHandler.await(done);

        assertThat(rejection.get()).isInstanceOf(IllegalStateException.class)
            .hasMessage("the consumer of ring would wait for itself");
        ring.get().close();
        assertThat(ring.get().handledSequence()).isZero();
    }

    private static EventRing started(EventHandler<PipelineEvent> handler, long drainTimeoutMs) {
        EventRing ring = new EventRing(config(drainTimeoutMs), handler, RingDeaths::unexpected);
        ring.start();
        return ring;
    }

    private static RingConfig config(long drainTimeoutMs) {
        return new RingConfig(1024, WaitMode.BLOCKING, "ring", drainTimeoutMs);
    }
}
