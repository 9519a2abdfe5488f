package io.ringside.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.EventType;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {

    private final List<String> seen = new ArrayList<>();
    private final Counter failures = new Counters().counter("handler failures");
    private final Router router = new Router(() -> 0, failures);
    private final PipelineEvent event = new PipelineEvent();

    @Test
    void shouldHandEachTypeToItsHandlersWithItsFields() {
        router.onTick("t", (tick, sequence) -> seen.add("tick " + tick.updateId() + " " + sequence))
            .onCommand("c", (command, sequence) -> seen.add(command.verbCode() + " " + sequence))
            .onOrderAck("o", (ack, sequence) -> seen.add(ack.update().clientOrderId() + " " + sequence))
            .onFeedState("f", (state, sequence) -> seen.add(state.status() + " " + sequence))
            .onTimer("z", (epochNs, sequence) -> seen.add("timer " + epochNs + " " + sequence));

        event.tick().set(0, 11, 0, 0);
        route(1);
        event.command().set(Origin.telegram(1, 2, 0, 0), 1, 7, "", 0, 0);
        route(2);
        event.orderAck().set(OrderUpdate.rejected(new Ids(1, 0, "id-1", ""), Report.event(0)));
        route(3);
        event.feedState().set(0, FeedStatus.UP, 0, "");
        route(4);
        event.timer().set(12);
        route(5);

        assertThat(seen).containsExactly("tick 11 1", "7 2", "id-1 3", "UP 4", "timer 12 5");
    }

    @Test
    void shouldCallHandlersInTheOrderOfTheirSubscription() {
        router.onTimer("first", (epochNs, sequence) -> seen.add("first"))
            .subscribe(EventType.TIMER, "second", (whole, sequence) -> seen.add("second " + whole.type()))
            .onTimer("third", (epochNs, sequence) -> seen.add("third"));

        route(0);

        assertThat(seen).containsExactly("first", "second TIMER", "third");
    }

    @Test
    void shouldPassOverEventsThatNobodyTakes() {
        router.onTick("t", (tick, sequence) -> seen.add("tick"));

        route(0);

        assertThat(seen).isEmpty();
        assertThat(router.handles(EventType.TICK)).isTrue();
        assertThat(router.handles(EventType.TIMER)).isFalse();
    }

    @Test
    void shouldCountAHandlerThatThrowsAndGoOn() {
        router.onTimer("bad", (epochNs, sequence) -> {
            throw new IllegalStateException("asked for by the test");
        }).onTimer("good", (epochNs, sequence) -> seen.add("good " + sequence));

        route(0);
        route(1);

        assertThat(seen).containsExactly("good 0", "good 1");
        assertThat(failures.value()).isEqualTo(2);
        assertThat(router.runningHandler()).isNull();
    }

    @Test
    void shouldLetAnErrorThrough() {
        Error failure = new AssertionError("half written");
        router.onTimer("bad", (epochNs, sequence) -> {
            throw failure;
        }).onTimer("next", (epochNs, sequence) -> seen.add("next"));

        assertThatThrownBy(() -> route(0)).isSameAs(failure);
        assertThat(seen).isEmpty();
        assertThat(failures.value()).isZero();
    }

    @Test
    void shouldNameTheHandlerAtWork() {
        router.onTimer("first", (epochNs, sequence) -> seen.add(router.runningHandler()))
            .onTimer("second", (epochNs, sequence) -> seen.add(router.runningHandler()));

        route(0);

        assertThat(seen).containsExactly("first", "second");
        assertThat(router.runningHandler()).isNull();
    }

    @Test
    void shouldRejectHandlersOnceTheRingHasStarted() {
        router.onStart();

        assertThatThrownBy(() -> router.onTick("late", (tick, sequence) -> seen.add("late")))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("cannot subscribe late: the ring has already started");
    }

    private void route(long sequence) {
        router.onEvent(event, sequence, true);
    }
}
