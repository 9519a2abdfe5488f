package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandTest {

    private final PipelineEvent event = new PipelineEvent();
    private final PipelineEvent slot = new PipelineEvent();

    @Test
    void shouldCarryEveryFieldThroughTheRing() {
        CommandRequest request = SampleEvents.command("币安人生USDT 0.5 68000.10");

        event.command().set(request);
        slot.copyFrom(event);

        Command command = slot.command();
        assertThat(slot.type()).isEqualTo(EventType.COMMAND);
        assertThat(command.origin()).isEqualTo(request.origin());
        assertThat(command.updateId()).isEqualTo(request.updateId());
        assertThat(command.verb()).isEqualTo(request.verb());
        assertThat(command.arguments()).containsExactly("币安人生USDT", "0.5", "68000.10");
        assertThat(command.sentEpochMs()).isEqualTo(request.sentEpochMs());
        assertThat(command.receivedEpochNs()).isEqualTo(request.receivedEpochNs());
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void shouldCarryEveryVerb(Verb verb) {
        event.command().set(new CommandRequest(new Origin(1, 2, 3, 4), 5, verb, "", 6, 7));
        slot.copyFrom(event);

        assertThat(slot.command().verb()).isEqualTo(verb);
        assertThat(slot.command().arguments()).isEmpty();
    }

    @Test
    void shouldHoldArgumentsUpToTheLimitInBytes() {
        String longest = "币".repeat(53) + "x";

        event.command().set(SampleEvents.command(longest));
        slot.copyFrom(event);

        assertThat(slot.command().arguments()).containsExactly(longest);
    }

    @Test
    void shouldRefuseLongerArgumentsAndKeepTheEventBefore() {
        event.timer().set(7);

        assertThatThrownBy(() -> event.command().set(SampleEvents.command("币".repeat(54))))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("text of 162 bytes does not fit its 160 byte field");
        assertThat(event.type()).isEqualTo(EventType.TIMER);
        assertThat(event.timer().epochNs()).isEqualTo(7);
    }
}
