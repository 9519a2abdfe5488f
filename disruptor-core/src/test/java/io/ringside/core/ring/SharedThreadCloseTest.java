package io.ringside.core.ring;

import static io.ringside.core.ring.GatedHandler.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.runtime.ThreadNames;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a ring that shares the thread of an executor, which may have ended before. */
@Timeout(GatedHandler.DEADLINE_S)
class SharedThreadCloseTest {

    private final AtomicReference<Thread> sharedThread = new AtomicReference<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = ThreadNames.factory("shared").newThread(task);
        sharedThread.set(thread);
        return thread;
    });

    @AfterEach
    void endThread() {
        executor.shutdownNow();
    }

    @Test
    void shouldHandleOnTheSharedThreadWhateverOthersPublish() throws InterruptedException {
        GatedHandler handler = GatedHandler.open();
        try (EventRing ring = started(handler, 10_000)) {
            LongStream.range(0, 500).forEach(i -> ring.publish(timer(i), Long.MAX_VALUE, () -> { }));

            assertThat(handler.next(500)).isEqualTo(LongStream.range(0, 500).boxed().toList());
            assertThat(handler.thread()).isSameAs(sharedThread.get());
        }
    }

    @Test
    void shouldHandleWhatIsPublishedBeforeItEnds() {
        GatedHandler handler = GatedHandler.shut();
        EventRing ring = started(handler, 10_000);
        LongStream.range(0, 1_000).forEach(i -> ring.tryPublish(timer(i)));
        handler.awaitEntered();
        handler.release();

        ring.close();

        assertThat(handler.handledSoFar()).isEqualTo(LongStream.range(0, 1_000).boxed().toList());
        assertThat(handler.thread()).isSameAs(sharedThread.get());
        assertThat(ring.tryPublish(timer(1))).isFalse();
    }

    @Test
    void shouldHandleByItselfWhatCameAfterTheEndOfTheSharedThread() throws InterruptedException {
        GatedHandler handler = GatedHandler.open();
        EventRing ring = started(handler, 10_000);
        ring.tryPublish(timer(1));
        handler.next(1);
        executor.shutdown();
        sharedThread.get().join();

        boolean taken = ring.tryPublish(timer(2));
        ring.close();

        assertThat(taken).isTrue();
        assertThat(handler.handledSoFar()).containsExactly(2L);
        assertThat(handler.thread()).isSameAs(Thread.currentThread());
    }

    @Test
    void shouldReturnWithoutAHandlerThatIsStuckAndHandleNothingLater() throws InterruptedException {
        GatedHandler stuck = GatedHandler.shut();
        EventRing ring = started(stuck, 50);
        LongStream.range(0, 300).forEach(i -> ring.tryPublish(timer(i)));
        stuck.awaitEntered();

        ring.close();
        List<Long> handledAtEnd = stuck.handledSoFar();
        stuck.release();
        executor.shutdown();
        sharedThread.get().join();

        assertThat(handledAtEnd).isEmpty();
        assertThat(stuck.handledSoFar()).as("the batch that was at work").hasSizeLessThanOrEqualTo(1024 / 8);
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
        closer.join();
        producer.join();

        assertThat(handler.handledSoFar()).containsExactly(7L);
        assertThat(ring.backlog()).isZero();
    }

    @Test
    void shouldHaveAThreadOfItsOwnInAnyOtherMode() throws InterruptedException {
        GatedHandler handler = GatedHandler.open();
        try (EventRing ring = new EventRing(RingConfig.of("ring", WaitMode.BLOCKING), handler,
            RingDeaths::unexpected)) {
            ring.start(executor);

            ring.tryPublish(timer(1));

            assertThat(handler.next(1)).containsExactly(1L);
            assertThat(handler.thread().getName()).isEqualTo("ring");
        }
    }

    private EventRing started(GatedHandler handler, long drainTimeoutMs) {
        EventRing ring = new EventRing(new RingConfig(1024, WaitMode.SHARED_THREAD, "ring", drainTimeoutMs), handler,
            RingDeaths::unexpected);
        ring.start(executor);
        return ring;
    }
}
