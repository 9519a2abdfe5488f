package io.ringside.core.ring;

import static io.ringside.core.ring.GatedHandler.timer;
import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventHandler;
import io.ringside.core.event.CorruptEvents;
import io.ringside.core.event.PipelineEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(GatedHandler.DEADLINE_S)
class EventRingDeathTest {

    private static final int SLOTS = 4;
    private static final RingConfig CONFIG = new RingConfig(SLOTS, WaitMode.BLOCKING, "ring", 60_000);

    private final RingDeaths deaths = new RingDeaths();
    private final Error failure = new AssertionError("half written");
    private EventRing ring;

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void shouldTellOnceWhenAnErrorEndsTheConsumer() {
        startWith((event, sequence, end) -> {
            throw failure;
        });
        ring.tryPublish(timer(1));
        ring.tryPublish(timer(2));

        deaths.awaitFirst();
        ring.close();

        assertThat(deaths.failures()).containsExactly(failure);
    }

    @Test
    void shouldRejectAtOnceWhenTheConsumerIsDead() {
        startWith((event, sequence, end) -> {
            throw failure;
        });
        ring.tryPublish(timer(1));
        deaths.awaitFirst();

        assertThat(ring.tryPublish(timer(2))).isFalse();
        assertThat(ring.publish(timer(2), Long.MAX_VALUE, () -> { })).isFalse();
    }

    @Test
    void shouldReleaseThoseWhoWaitWhenTheConsumerDies() throws Exception {
        CountDownLatch full = new CountDownLatch(1);
        startWith((event, sequence, end) -> {
            GatedHandler.await(full);
            throw failure;
        });
        for (int i = 0; i < SLOTS; i++) {
            ring.tryPublish(timer(i));
        }
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread producer = new Thread(() -> waiting.complete(ring.publish(timer(9), Long.MAX_VALUE, () -> { })));
        producer.setDaemon(true);
        producer.start();

        full.countDown();

        assertThat(waiting.get(GatedHandler.DEADLINE_S, TimeUnit.SECONDS)).isFalse();
    }

    /** Many rings, because the consumer may fail before or after {@code start()} returns. */
    @Test
    void shouldAcceptNothingWhenTheConsumerFailsAtItsStart() {
        for (int i = 0; i < 500; i++) {
            RingDeaths startDeaths = new RingDeaths();
            ring = new EventRing(CONFIG, new FailingStart(failure), startDeaths);
            ring.start();
            startDeaths.awaitFirst();

            assertThat(startDeaths.failures()).containsExactly(failure);
            assertThat(ring.tryPublish(timer(1))).as("ring %d", i).isFalse();
            ring.close();
        }
    }

    @Test
    void shouldTellOfADeathOnAnEventThatNobodyCanName() {
        startWith((event, sequence, end) -> {
            throw failure;
        });

        ring.tryPublish(CorruptEvents.ofUnknownType());
        deaths.awaitFirst();

        assertThat(deaths.failures()).containsExactly(failure);
        assertThat(ring.tryPublish(timer(1))).isFalse();
    }

    @Test
    void shouldCloseAtOnceAfterTheConsumerHasDied() {
        CountDownLatch bothWait = new CountDownLatch(1);
        startWith((event, sequence, end) -> {
            GatedHandler.await(bothWait);
            throw failure;
        });
        ring.tryPublish(timer(1));
        ring.tryPublish(timer(2));
        bothWait.countDown();
        deaths.awaitFirst();

        ring.close();

        assertThat(ring.backlog()).isEqualTo(2);
    }

    private void startWith(EventHandler<PipelineEvent> handler) {
        ring = new EventRing(CONFIG, handler, deaths);
        ring.start();
    }

    private record FailingStart(Error failure) implements EventHandler<PipelineEvent> {

        @Override
        public void onStart() {
            throw failure;
        }

        @Override
        public void onEvent(PipelineEvent event, long sequence, boolean endOfBatch) {
            throw new AssertionError("nothing may be handled");
        }
    }
}
