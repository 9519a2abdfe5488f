package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    private final PipelineEvent event = new PipelineEvent();
    private final PipelineEvent slot = new PipelineEvent();

    @Test
    void shouldCarryEveryFieldThroughTheRing() {
        event.command().set(SampleEvents.ORIGIN, 5, 200, "币安人生USDT 0.5 68000.10", 6, 7);

        slot.copyFrom(event);

        Command command = slot.command();
        assertThat(slot.type()).isEqualTo(EventType.COMMAND);
        assertThat(command.origin()).isEqualTo(SampleEvents.ORIGIN);
        assertThat(command.updateId()).isEqualTo(5);
        assertThat(command.verbCode()).isEqualTo(200);
        assertThat(command.arguments()).isEqualTo("币安人生USDT 0.5 68000.10");
        assertThat(command.sentEpochMs()).isEqualTo(6);
        assertThat(command.receivedEpochNs()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 127, 128, 255})
    void shouldCarryTheCodeOfAnyVerb(int code) {
        event.command().set(SampleEvents.ORIGIN, 5, code, "", 6, 7);
        slot.copyFrom(event);

        assertThat(slot.command().verbCode()).isEqualTo(code);
        assertThat(slot.command().arguments()).isEmpty();
    }

    @Test
    void shouldHoldArgumentsUpToTheLimitInBytes() {
        String longest = "币".repeat(53) + "x";

        SampleEvents.command(event, longest);
        slot.copyFrom(event);

        assertThat(slot.command().arguments()).isEqualTo(longest);
    }

    @Test
    void shouldRejectLongerArgumentsAndKeepTheEventBefore() {
        event.timer().set(7);

        assertThatThrownBy(() -> SampleEvents.command(event, "币".repeat(54)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("text of 162 bytes does not fit its 160 byte field");
        assertThat(event.type()).isEqualTo(EventType.TIMER);
        assertThat(event.timer().epochNs()).isEqualTo(7);
    }
}
