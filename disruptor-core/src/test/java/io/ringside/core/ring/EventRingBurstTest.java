package io.ringside.core.ring;

import static io.ringside.core.ring.GatedHandler.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Publishing several events with one claim. */
class EventRingBurstTest {

    private static final int SLOTS = 8;

    private final GatedHandler handler = GatedHandler.shut();
    private final EventRing ring = new EventRing(new RingConfig(SLOTS, WaitMode.BLOCKING, "ring", 2_000), handler,
        RingDeaths::unexpected);
    private final PipelineEvent[] burst =
        LongStream.range(0, 2 * SLOTS).mapToObj(GatedHandler::timer).toArray(PipelineEvent[]::new);

    @AfterEach
    void close() {
        handler.release();
        ring.close();
    }

    @Test
    void shouldPublishTheRangeInItsOrder() throws InterruptedException {
        ring.start();
        handler.release();

        int taken = ring.tryPublish(burst, 2, 7);

        assertThat(taken).isEqualTo(5);
        assertThat(handler.next(5)).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void shouldTakeAsManyAsFitAndNoMore() throws InterruptedException {
        ring.start();
        ring.tryPublish(timer(100));
        handler.awaitEntered();

        int taken = ring.tryPublish(burst, 0, burst.length);

        assertThat(taken).isEqualTo(SLOTS - 1);
        assertThat(ring.tryPublish(burst, taken, burst.length)).isZero();
        handler.release();
        assertThat(handler.next(SLOTS)).containsExactly(100L, 0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void shouldTakeNothingOfAnEmptyRangeNorWhenClosed() {
        ring.start();

        assertThat(ring.tryPublish(burst, 3, 3)).isZero();
        handler.release();
        ring.close();
        assertThat(ring.tryPublish(burst, 0, burst.length)).isZero();
    }
}
