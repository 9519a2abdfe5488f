package io.ringside.core.ring;

import static io.ringside.core.ring.GatedHandler.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.EventHandler;
import io.ringside.core.event.PipelineEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A ring whose consumer shares this test's thread. */
@Timeout(GatedHandler.DEADLINE_S)
class SharedThreadTest {

    private static final int SLOTS = 16;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Long> handled = new ArrayList<>();
    private final RingDeaths deaths = new RingDeaths();
    private EventRing ring;

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void shouldHandleAtOnceWhatItsThreadPublishes() {
        startWith(this::record);

        ring.tryPublish(timer(1));

        assertThat(handled).containsExactly(1L);
        assertThat(ring.backlog()).isZero();
        assertThat(ring.handledSequence()).isZero();
    }

    @Test
    void shouldHandleABurstAtOnceAndInOrder() {
        startWith(this::record);
        PipelineEvent[] burst = LongStream.range(0, 10).mapToObj(GatedHandler::timer).toArray(PipelineEvent[]::new);

        int taken = ring.tryPublish(burst, 2, 9);

        assertThat(taken).isEqualTo(7);
        assertThat(handled).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void shouldHandleTheEventsOfOthersBeforeItsOwnLaterOnes() throws InterruptedException {
        startWith(this::record);

        elsewhere(() -> ring.tryPublish(timer(1)));
        assertThat(handled).isEmpty();
        ring.tryPublish(timer(2));

        assertThat(handled).containsExactly(1L, 2L);
    }

    @Test
    void shouldBeWokenByOthersOnceUntilItHasLooked() throws InterruptedException {
        startWith(this::record);

        elsewhere(() -> LongStream.range(0, 5).forEach(i -> ring.publish(timer(i), 0, () -> { })));

        assertThat(tasks).hasSize(1);
        runTasks();
        assertThat(handled).containsExactly(0L, 1L, 2L, 3L, 4L);
        elsewhere(() -> ring.tryPublish(timer(5)));
        assertThat(tasks).as("another wake-up").hasSize(1);
    }

    @Test
    void shouldHandleWhatAHandlerPublishesBehindTheEventAtWork() {
        startWith((event, sequence, end) -> {
            if (sequence == 0) {
                assertThat(ring.tryPublish(timer(2))).isTrue();
            }
            record(event, sequence, end);
        });

        ring.tryPublish(timer(1));

        assertThat(handled).containsExactly(1L, 2L);
    }

    @Test
    void shouldLetOtherWorkHaveItsTurnWhenAHandlerNeverStopsPublishing() {
        startWith((event, sequence, end) -> {
            record(event, sequence, end);
            ring.tryPublish(timer(sequence + 1));
        });

        ring.tryPublish(timer(0));

        assertThat(handled).startsWith(0L, 1L, 2L);
        assertThat(tasks).as("the rest is left to a task").hasSize(1);
    }

    @Test
    void shouldGiveSlotsBackByTheBatchAndMarkItsEnd() throws InterruptedException {
        List<Boolean> ends = new ArrayList<>();
        List<Long> backlogs = new ArrayList<>();
        startWith((event, sequence, end) -> {
            ends.add(end);
            backlogs.add(ring.backlog());
        });
        elsewhere(() -> LongStream.range(0, 5).forEach(i -> ring.tryPublish(timer(i))));

        runTasks();

        assertThat(ends).containsExactly(false, true, false, true, true);
        assertThat(backlogs).containsExactly(5L, 5L, 3L, 3L, 1L);
    }

    @Test
    void shouldRejectToWaitOnTheSharedThread() {
        startWith(this::record);

        assertThatThrownBy(() -> ring.publish(timer(1), 1, () -> { })).isInstanceOf(IllegalStateException.class)
            .hasMessage("the consumer of ring would wait for itself");
    }

    @Test
    void shouldTellOnceOfAnErrorAndLeaveTheThreadAlive() {
        Error failure = new AssertionError("half written");
        startWith((event, sequence, end) -> {
            throw failure;
        });

        assertThatCode(() -> ring.tryPublish(timer(1))).doesNotThrowAnyException();
        ring.close();

        assertThat(deaths.failures()).containsExactly(failure);
        assertThat(ring.tryPublish(timer(2))).isFalse();
        assertThat(ring.backlog()).isOne();
    }

    @Test
    void shouldAcceptNothingWhenTheHandlerFailsAtItsStart() {
        Error failure = new AssertionError("no start");
        startWith(new EventHandler<>() {
            @Override
            public void onStart() {
                throw failure;
            }

            @Override
            public void onEvent(PipelineEvent event, long sequence, boolean endOfBatch) {
                throw new AssertionError("nothing may be handled");
            }
        });

        assertThat(deaths.failures()).containsExactly(failure);
        assertThat(ring.tryPublish(timer(1))).isFalse();
    }

    @Test
    void shouldNeedAThreadToShare() {
        ring = new EventRing(config(), this::record, deaths);

        assertThatThrownBy(ring::start).hasMessage("ring ring needs a thread to share");
    }

    @Test
    void shouldStartOnceOnly() {
        startWith(this::record);

        assertThatThrownBy(() -> ring.start(tasks::add)).hasMessage("ring ring has been started already");
    }

    @Test
    void shouldHandleWhatIsLeftWhenItCloses() throws InterruptedException {
        startWith(this::record);
        elsewhere(() -> LongStream.range(0, SLOTS).forEach(i -> ring.tryPublish(timer(i))));

        ring.close();

        assertThat(handled).hasSize(SLOTS).isSorted();
        assertThat(ring.backlog()).isZero();
    }

    private void record(PipelineEvent event, long sequence, boolean endOfBatch) {
        handled.add(event.timer().epochNs());
    }

    private void startWith(EventHandler<PipelineEvent> handler) {
        ring = new EventRing(config(), handler, deaths);
        ring.start(tasks::add);
        runTasks();
    }

    private void runTasks() {
        for (int count = tasks.size(); count > 0; count--) {
            tasks.remove().run();
        }
    }

    private static void elsewhere(Runnable task) throws InterruptedException {
        Thread other = new Thread(task);
        other.start();
        other.join();
    }

    private static RingConfig config() {
        return new RingConfig(SLOTS, WaitMode.SHARED_THREAD, "ring", 10_000);
    }
}
