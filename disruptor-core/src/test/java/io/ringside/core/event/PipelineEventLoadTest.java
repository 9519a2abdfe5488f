package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineEventLoadTest {

    private final PipelineEvent event = new PipelineEvent();
    private final PipelineEvent loaded = new PipelineEvent();

    @ParameterizedTest
    @MethodSource("fillings")
    void shouldBeWhatWasCopied(Consumer<PipelineEvent> filling) {
        filling.accept(event);
        SampleEvents.longestUpdate(loaded);

        loaded.load(event.type(), bytes(event), SlotBytes.BODY_OFFSET, bodyBytes());

        assertThat(bytes(loaded)).isEqualTo(bytes(event));
    }

    @ParameterizedTest
    @MethodSource("fillings")
    void shouldRejectEveryOtherLength(Consumer<PipelineEvent> filling) {
        filling.accept(event);
        byte[] bytes = Arrays.copyOf(bytes(event), 2 * PipelineEvent.SLOT_BYTES);
        for (int length = -1; length < PipelineEvent.SLOT_BYTES; length++) {
            int bodyBytes = length;
            if (bodyBytes != bodyBytes()) {
                assertThatThrownBy(() -> loaded.load(event.type(), bytes, SlotBytes.BODY_OFFSET, bodyBytes))
                    .as("%s bytes", bodyBytes).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(loaded.type()).isEqualTo(EventType.TIMER);
    }

    @Test
    void shouldRejectACodeThatNothingHas() {
        SampleEvents.longestUpdate(event);
        byte[] bytes = bytes(event);
        bytes[58] = 8;

        assertThatThrownBy(() -> loaded.load(EventType.ORDER_ACK, bytes, SlotBytes.BODY_OFFSET, bodyBytes()))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ORDER_ACK");
        assertThat(loaded.timer().epochNs()).isZero();
    }

    static List<Consumer<PipelineEvent>> fillings() {
        return PipelineEventTest.fillings();
    }

    private int bodyBytes() {
        return event.lengthBytes() - SlotBytes.BODY_OFFSET;
    }

    private static byte[] bytes(PipelineEvent event) {
        byte[] bytes = new byte[event.lengthBytes()];
        event.copyTo(bytes, 0);
        return bytes;
    }
}
