package io.ringside.core.ring;

import static io.ringside.core.ring.GatedHandler.timer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A backlog that is handled slowly. */
class EventRingBatchTest {

    private static final int SLOTS = 16;

    private static final long LONG_NS = TimeUnit.SECONDS.toNanos(GatedHandler.DEADLINE_S);

    private final CountDownLatch entered = new CountDownLatch(1);
    private final Semaphore steps = new Semaphore(0);

    @Test
    void shouldGiveSlotsBackBeforeTheWholeBacklogIsHandled() {
        try (EventRing ring = new EventRing(new RingConfig(SLOTS, WaitMode.BLOCKING, "ring", 2_000),
            (event, sequence, endOfBatch) -> step(), RingDeaths::unexpected)) {
            ring.start();
            ring.tryPublish(timer(0));
            GatedHandler.await(entered);
            for (int i = 1; i < SLOTS; i++) {
                ring.tryPublish(timer(i));
            }
            steps.release(1);
            ring.publish(timer(SLOTS), LONG_NS, () -> { });

            steps.release(3);

            boolean taken = ring.publish(timer(SLOTS + 1), LONG_NS, () -> { });
            steps.release(SLOTS);
            assertThat(taken).as("a slot after 3 events of a backlog of %s", SLOTS).isTrue();
        }
    }

    private void step() throws InterruptedException {
        entered.countDown();
        steps.acquire();
    }
}
