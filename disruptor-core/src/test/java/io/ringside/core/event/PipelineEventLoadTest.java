package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.runtime.CodeTable;
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

        load(bytes(event), blockBytes(), bodyBytes());

        assertThat(bytes(loaded)).isEqualTo(bytes(event));
    }

    @ParameterizedTest
    @MethodSource("fillings")
    void shouldRejectABodyThatEndsWithinAField(Consumer<PipelineEvent> filling) {
        filling.accept(event);
        byte[] bytes = Arrays.copyOf(bytes(event), 2 * PipelineEvent.SLOT_BYTES);
        for (int length = -1; length < PipelineEvent.SLOT_BYTES; length++) {
            int bodyBytes = length;
            if (!endsBetweenTwoTexts(bytes, length)) {
                assertThatThrownBy(() -> load(bytes, blockBytes(), bodyBytes))
                    .as("%s bytes", bodyBytes).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(loaded.type()).isEqualTo(EventType.TIMER);
    }

    @ParameterizedTest
    @MethodSource("fillings")
    void shouldRejectALongerBlock(Consumer<PipelineEvent> filling) {
        filling.accept(event);
        byte[] bytes = Arrays.copyOf(bytes(event), 2 * PipelineEvent.SLOT_BYTES);

        assertThatThrownBy(() -> load(bytes, blockBytes() + 1, bodyBytes() + 1))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(event.type().name());
    }

    @Test
    void shouldReadFieldsOfALaterVersionAsZero() {
        SampleEvents.tick(event);
        event.tick().setVenueEpochNs(7);

        load(bytes(event), blockBytes() - 2 * Long.BYTES, bodyBytes() - 2 * Long.BYTES);

        assertThat(loaded.tick().receivedEpochNs()).isEqualTo(event.tick().receivedEpochNs());
        assertThat(loaded.tick().venueEpochNs()).isZero();
    }

    @Test
    void shouldReadTextsOfALaterVersionAsEmpty() {
        SampleEvents.longestUpdate(event);

        load(bytes(event), blockBytes(), bodyBytes() - 2);

        assertThat(bytes(loaded)).isEqualTo(bytes(event));
    }

    @Test
    void shouldTellACodeOfALaterVersionFromDamage() {
        SampleEvents.longestUpdate(event);
        byte[] bytes = bytes(event);
        bytes[124] = 8;

        assertThatThrownBy(() -> load(bytes, blockBytes(), bodyBytes()))
            .isInstanceOf(CodeTable.UnknownCode.class).hasMessage("no OrderStatus has the code 8");
        assertThat(loaded.timer().epochNs()).isZero();
    }

    static List<Consumer<PipelineEvent>> fillings() {
        return PipelineEventTest.fillings();
    }

    private void load(byte[] bytes, int blockBytes, int bodyBytes) {
        loaded.load(event.type(), bytes, SlotBytes.BODY_OFFSET, blockBytes, bodyBytes);
    }

    /** Where an earlier version, which had fewer texts, could have ended. */
    private boolean endsBetweenTwoTexts(byte[] bytes, int bodyBytes) {
        int at = SlotBytes.BODY_OFFSET + blockBytes();
        while (at < SlotBytes.BODY_OFFSET + bodyBytes && at < event.storedBytes()) {
            at += 1 + (bytes[at] & 0xFF);
        }
        return at == SlotBytes.BODY_OFFSET + bodyBytes;
    }

    private int blockBytes() {
        return PipelineEvent.blockBytes(event.type());
    }

    private int bodyBytes() {
        return event.storedBytes() - SlotBytes.BODY_OFFSET;
    }

    private static byte[] bytes(PipelineEvent event) {
        byte[] bytes = new byte[event.storedBytes()];
        event.copyTo(bytes, 0);
        return bytes;
    }
}
