package io.ringside.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.EventType;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test's thread plays the ring thread: it routes, and must come back at once. */
@Timeout(10)
class SlowHandlerTest {

    private static final int SLOTS = 4;
    private static final RingConfig CONFIG = new RingConfig(SLOTS, WaitMode.BLOCKING, "console", 5_000);

    private final CountDownLatch gate = new CountDownLatch(1);
    private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
    private final List<Long> fastSeen = new ArrayList<>();
    private final Counters counters = new Counters();
    private final Router slow = new Router(() -> 0, counters.counter("slow failures"));
    private final Router fast = new Router(() -> 0, counters.counter("fast failures"));
    private final SlowHandler hand = new SlowHandler(CONFIG, slow, 3, counters, () -> 0, failure -> { });
    private final PipelineEvent event = new PipelineEvent();
    private long sequence;

    @AfterEach
    void close() {
        gate.countDown();
        hand.close();
    }

    @Test
    void shouldNotHoldUpTheFastHandlersWhileItIsStuck() {
        startStuck();
        fast.onTick("book", (tick, at) -> fastSeen.add(tick.updateId()));

        for (long updateId = 1; updateId <= 1_000; updateId++) {
            tick(0, updateId);
        }

        assertThat(fastSeen).hasSize(1_000);
        assertThat(handled).isEmpty();
    }

    @Test
    void shouldConflateToTheNewestTickOfEachSymbolAndDeliverItByTheTimer() throws InterruptedException {
        startStuck();
        for (long updateId = 1; updateId <= SLOTS; updateId++) {
            tick(0, updateId);
        }
        tick(1, 10);
        tick(2, 11);
        tick(1, 12);
        timer();
        assertThat(counter("console ticks conflated").value()).isEqualTo(1);

        gate.countDown();
        List<String> before = next(SLOTS);
        flushByTimers(2);

        assertThat(before).containsExactly("tick 0/1", "tick 0/2", "tick 0/3", "tick 0/4");
        assertThat(next(2)).containsExactly("tick 1/12", "tick 2/11");
    }

    @Test
    void shouldRejectAndCountOtherEventsWhenFull() throws InterruptedException {
        startStuck();
        for (int i = 0; i < SLOTS + 3; i++) {
            feedState(i);
        }

        assertThat(counter("console events rejected").value()).isEqualTo(3);

        gate.countDown();
        assertThat(next(SLOTS)).containsExactly("feed 0", "feed 1", "feed 2", "feed 3");
        assertThat(counter("fast failures").value()).isZero();
    }

    @Test
    void shouldHandOverOnlyWhatTheSlowHandlersWant() {
        slow.onFeedState("print", (state, at) -> handled.add("feed " + state.connection()));
        hand.attachTo(fast);

        assertThat(fast.handles(EventType.FEED_STATE)).isTrue();
        assertThat(fast.handles(EventType.TIMER)).as("moves waiting ticks on").isTrue();
        assertThat(fast.handles(EventType.TICK)).isFalse();
        assertThat(fast.handles(EventType.COMMAND)).isFalse();
    }

    @Test
    void shouldHandOverTheTimerToThoseWhoWantIt() throws InterruptedException {
        slow.onTimer("print", (epochNs, at) -> handled.add("timer " + epochNs));
        hand.attachTo(fast).start();

        timer();

        assertThat(next(1)).containsExactly("timer 7");
    }

    @Test
    void shouldFinishWhatWasHandedOverWhenItCloses() {
        slow.onFeedState("print", (state, at) -> handled.add("feed " + state.connection()));
        hand.attachTo(fast).start();
        feedState(1);
        feedState(2);

        hand.close();

        assertThat(handled).containsExactly("feed 1", "feed 2");
    }

    private void startStuck() {
        slow.onTick("print", (tick, at) -> print("tick " + tick.symbolId() + "/" + tick.updateId()))
            .onFeedState("print", (state, at) -> print("feed " + state.connection()));
        hand.attachTo(fast).start();
    }

    private void print(String line) {
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        handled.add(line);
    }

    /** Room comes back only when the slow ring's batch is done, so the timer is repeated, as it is in life. */
    private void flushByTimers(int lines) {
        while (handled.size() < lines) {
            timer();
            Thread.onSpinWait();
        }
    }

    private void tick(int symbolId, long updateId) {
        event.tick().set(symbolId, updateId, 0, 0);
        event.tick().setQuote(0, 0, 0, 0, 0, 0);
        route();
    }

    private void feedState(int connection) {
        event.feedState().set(connection, FeedStatus.UP, 0, "");
        route();
    }

    private void timer() {
        event.timer().set(7);
        route();
    }

    private void route() {
        fast.onEvent(event, sequence++, true);
    }

    private List<String> next(int count) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(handled.poll(10, TimeUnit.SECONDS));
        }
        return lines;
    }

    private Counter counter(String name) {
        return counters.all().stream().filter(counter -> counter.name().equals(name)).findFirst().orElseThrow();
    }
}
