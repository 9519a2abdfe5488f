package io.ringside.core.ring;

import static io.ringside.core.ring.GatedHandler.timer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Publishing with a wait. */
@Timeout(2 * GatedHandler.DEADLINE_S)
class EventRingWaitTest {

    private static final int SLOTS = 2;
    private static final long LONG_NS = TimeUnit.SECONDS.toNanos(GatedHandler.DEADLINE_S);

    private final GatedHandler handler = GatedHandler.shut();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final EventRing ring = new EventRing(new RingConfig(SLOTS, WaitMode.BLOCKING, "ring", 2_000), handler,
        RingDeaths::unexpected);

    @BeforeEach
    void startAndFill() {
        ring.start();
        for (int i = 0; i < SLOTS; i++) {
            ring.tryPublish(timer(i));
        }
        handler.awaitEntered();
    }

    @AfterEach
    void close() {
        handler.release();
        ring.close();
    }

    @Test
    void shouldWaitUntilThereIsRoom() throws Exception {
        CompletableFuture<Boolean> published = CompletableFuture.supplyAsync(
            () -> ring.publish(timer(7), LONG_NS, () -> claimed.set(true)), EventRingWaitTest::onThread);
        assertThat(published).isNotDone();

        handler.release();

        assertThat(published.get(GatedHandler.DEADLINE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(claimed).isTrue();
        assertThat(handler.next(3)).containsExactly(0L, 1L, 7L);
    }

    @Test
    void shouldGiveUpWhenTheTimeIsOver() {
        assertThat(ring.publish(timer(7), 1_000_000, () -> claimed.set(true))).isFalse();
        assertThat(ring.publish(timer(8), 0, () -> claimed.set(true))).isFalse();

        assertThat(claimed).as("announced although nothing was published").isFalse();
    }

    @Test
    void shouldTryOnceWithoutTime() throws InterruptedException {
        handler.release();
        handler.next(SLOTS);
        while (ring.backlog() > 0) {
            Thread.onSpinWait();
        }

        assertThat(ring.publish(timer(8), 0, () -> claimed.set(true))).isTrue();
        assertThat(claimed).isTrue();
        assertThat(handler.next(1)).containsExactly(8L);
    }

    @Test
    void shouldStopWhenInterruptedAndKeepTheFlag() throws InterruptedException {
        AtomicReference<String> outcome = new AtomicReference<>();
        CountDownLatch publishing = new CountDownLatch(1);
        Thread producer = onThread(() -> {
            publishing.countDown();
            boolean published = ring.publish(timer(7), LONG_NS, () -> claimed.set(true));
            outcome.set(published + " " + Thread.currentThread().isInterrupted());
        });
        GatedHandler.await(publishing);

        producer.interrupt();
        producer.join(TimeUnit.SECONDS.toMillis(GatedHandler.DEADLINE_S) / 2);

        assertThat(outcome.get()).isEqualTo("false true");
        assertThat(claimed).isFalse();
    }

    @Test
    void shouldStopWhenTheRingCloses() throws Exception {
        CompletableFuture<Boolean> published = CompletableFuture.supplyAsync(
            () -> ring.publish(timer(7), Long.MAX_VALUE, () -> claimed.set(true)), EventRingWaitTest::onThread);

        Thread closer = onThread(ring::close);

        assertThat(published.get(GatedHandler.DEADLINE_S, TimeUnit.SECONDS)).isFalse();
        assertThat(claimed).isFalse();
        handler.release();
        closer.join(TimeUnit.SECONDS.toMillis(GatedHandler.DEADLINE_S));
    }

    private static Thread onThread(Runnable task) {
        Thread thread = new Thread(task, "producer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
