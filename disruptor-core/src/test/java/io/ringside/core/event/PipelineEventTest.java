package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineEventTest {

    private final PipelineEvent event = new PipelineEvent();
    private final PipelineEvent slot = new PipelineEvent();

    @Test
    void shouldReadAsTimerAtZeroWhenNew() {
        assertThat(event.type()).isEqualTo(EventType.TIMER);
        assertThat(event.timer().epochNs()).isZero();
    }

    @Test
    void shouldCarryATimer() {
        event.timer().set(Long.MAX_VALUE);

        slot.copyFrom(event);

        assertThat(slot.type()).isEqualTo(EventType.TIMER);
        assertThat(slot.timer().epochNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldBeIndependentOfItsSourceAfterTheCopy() {
        event.timer().set(1);
        slot.copyFrom(event);

        event.timer().set(2);

        assertThat(slot.timer().epochNs()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("fillings")
    void shouldCopyTheBytesInUseBehindTheOffset(Consumer<PipelineEvent> filling) {
        filling.accept(event);
        byte[] target = new byte[PipelineEvent.SLOT_BYTES + 3];

        int length = event.copyTo(target, 3);

        ByteBuffer block = ByteBuffer.wrap(target, 3, length).slice().order(ByteOrder.LITTLE_ENDIAN);
        assertThat(length).isEqualTo(event.storedBytes()).isBetween(16, PipelineEvent.SLOT_BYTES);
        assertThat(block.getInt(0)).isEqualTo(event.type().code());
        assertThat(block.getInt(4)).isEqualTo(event.lengthBytes());
        assertThat(new byte[] {target[0], target[1], target[2]}).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("fillings")
    void shouldCopyTheSameBytesFromACopy(Consumer<PipelineEvent> filling) {
        filling.accept(event);
        slot.copyFrom(event);

        assertThat(bytes(slot)).isEqualTo(bytes(event));
    }

    @ParameterizedTest
    @MethodSource("fillings")
    void shouldShowNothingOfTheEventBefore(Consumer<PipelineEvent> before) {
        before.accept(slot);
        fillShortest(slot);
        fillShortest(event);

        assertThat(slot.feedState().reason()).isEmpty();
        assertThat(slot.lengthBytes()).isEqualTo(event.lengthBytes());

        before.accept(slot);
        SampleEvents.tick(slot);
        SampleEvents.tick(event);
        assertThat(SampleEvents.shown(slot.tick())).isEqualTo(SampleEvents.shown(event.tick()));

        before.accept(slot);
        SampleEvents.emptyCommand(slot);
        assertThat(slot.command().arguments()).isEmpty();

        before.accept(slot);
        slot.orderAck().set(SampleEvents.emptyUpdate());
        assertThat(slot.orderAck().update()).isEqualTo(SampleEvents.emptyUpdate());
    }

    @Test
    void shouldTakeOverAShorterEventIntoASlotThatHeldTheLongest() {
        SampleEvents.longestUpdate(slot);
        event.timer().set(7);

        slot.copyFrom(event);

        assertThat(bytes(slot)).isEqualTo(bytes(event));
        assertThat(slot.timer().epochNs()).isEqualTo(7);
    }

    static List<Consumer<PipelineEvent>> fillings() {
        return List.of(SampleEvents::tick, SampleEvents::longestCommand, SampleEvents::longestUpdate,
            SampleEvents::longestFeedState, event -> event.timer().set(-1));
    }

    private static void fillShortest(PipelineEvent event) {
        event.feedState().set(0, FeedStatus.DOWN, 0, "");
    }

    private static byte[] bytes(PipelineEvent event) {
        byte[] bytes = new byte[event.lengthBytes()];
        event.copyTo(bytes, 0);
        return bytes;
    }
}
