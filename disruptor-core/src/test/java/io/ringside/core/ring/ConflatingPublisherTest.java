package io.ringside.core.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflatingPublisherTest {

    private static final int KEYS = 3;

    private final RecordingPublisher ring = new RecordingPublisher();
    private final Counter conflated = new Counters().counter("ticks conflated");
    private final ConflatingPublisher publisher = new ConflatingPublisher(ring, KEYS, conflated);
    private final PipelineEvent event = new PipelineEvent();

    @Test
    void shouldPublishAtOnceWhileThereIsRoom() {
        offer(0, 1);
        offer(0, 2);

        assertThat(ring.updateIds()).containsExactly(1L, 2L);
        assertThat(publisher.waiting()).isZero();
        assertThat(conflated.value()).isZero();
    }

    @Test
    void shouldKeepTheNewestOfEachKeyWhileFull() {
        ring.setRoom(() -> false);
        offer(0, 1);
        offer(1, 2);
        offer(0, 3);
        ring.setRoom(() -> true);

        assertThat(publisher.flush()).isTrue();

        assertThat(ring.updateIds()).containsExactly(3L, 2L);
        assertThat(conflated.value()).isEqualTo(1);
    }

    @Test
    void shouldLetKeysLeaveInTheOrderInWhichTheyCame() {
        ring.setRoom(() -> false);
        offer(2, 1);
        offer(0, 2);
        offer(1, 3);
        offer(2, 4);
        ring.setRoom(() -> true);

        publisher.flush();

        assertThat(ring.updateIds()).containsExactly(4L, 2L, 3L);
    }

    @Test
    void shouldPublishWhatWaitsBeforeWhatIsNew() {
        ring.setRoom(() -> false);
        offer(1, 1);
        ring.setRoom(() -> true);

        offer(0, 2);

        assertThat(ring.updateIds()).containsExactly(1L, 2L);
        assertThat(publisher.waiting()).isZero();
    }

    @Test
    void shouldGoOnWhereTheRoomEnded() {
        ring.setRoom(() -> false);
        offer(0, 1);
        offer(1, 2);
        ring.setRoom(() -> ring.published().isEmpty());

        assertThat(publisher.flush()).isFalse();
        assertThat(publisher.waiting()).isEqualTo(1);

        ring.setRoom(() -> true);
        assertThat(publisher.flush()).isTrue();
        assertThat(ring.updateIds()).containsExactly(1L, 2L);
    }

    @Test
    void shouldDeliverTheLastEventBeforeASilence() {
        ring.setRoom(() -> false);
        offer(0, 1);
        offer(0, 2);

        assertThat(publisher.flush()).isFalse();
        ring.setRoom(() -> true);
        assertThat(publisher.flush()).isTrue();
        assertThat(publisher.flush()).isTrue();

        assertThat(ring.updateIds()).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 600})
    void shouldHoldOneEventOfEveryKey(int keys) {
        ConflatingPublisher wide = new ConflatingPublisher(ring, keys, conflated);
        ring.setRoom(() -> false);
        for (int key = 0; key < keys; key++) {
            event.tick().set(key, key, 0, 0);
            wide.publish(event, key);
        }
        assertThat(wide.waiting()).isEqualTo(keys);
        ring.setRoom(() -> true);

        wide.flush();

        assertThat(ring.updateIds()).hasSize(keys).isSorted();
    }

    @Test
    void shouldLoseNothingUncountedAndEndWithTheNewestOfEachKey() {
        SplittableRandom random = new SplittableRandom(20_261_123);
        ring.setRoom(() -> random.nextInt(3) == 0);
        long[] newest = new long[KEYS];
        for (long updateId = 1; updateId <= 20_000; updateId++) {
            int key = random.nextInt(KEYS);
            offer(key, updateId);
            newest[key] = updateId;
        }
        ring.setRoom(() -> true);
        publisher.flush();

        assertThat(conflated.value()).isPositive();
        assertThat(ring.published().size() + conflated.value()).isEqualTo(20_000);
        for (int key = 0; key < KEYS; key++) {
            assertThat(updateIdsOf(key)).isSorted().endsWith(newest[key]);
        }
    }

    private Long[] updateIdsOf(int key) {
        return ring.published().stream().filter(published -> published.tick().symbolId() == key)
            .map(published -> published.tick().updateId()).toArray(Long[]::new);
    }

    private void offer(int key, long updateId) {
        event.tick().set(key, updateId, 0, 0);
        event.tick().setQuote(0, 0, 0, 0, 0, 0);
        publisher.publish(event, key);
    }
}
