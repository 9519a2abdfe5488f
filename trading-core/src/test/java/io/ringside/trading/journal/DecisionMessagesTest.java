package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.DecisionKind;
import io.ringside.trading.journal.codec.DecisionDecoder;
import io.ringside.trading.journal.codec.DecisionEncoder;
import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionMessagesTest {

    private static final int MAX_TEXT_BYTES = 65_534;

    private final DecisionEncoder encoder = new DecisionEncoder();
    private final DecisionDecoder decoder = new DecisionDecoder();

    @ParameterizedTest
    @ValueSource(strings = {"", "fast=20 slow=100", "币安人生 größer\n😀", "longest"})
    void shouldReadEachDecisionAsItWasWritten(String given) {
        String text = given.equals("longest") ? "ß".repeat(MAX_TEXT_BYTES / 2) : given;

        for (Decision decision : Records.oneOfEach(text)) {
            assertThat(decoder.decode(new UnsafeBuffer(encoder.message(decision)))).isEqualTo(decision);
        }
    }

    @Test
    void shouldKnowEveryKindOfDecision() {
        Set<Class<?>> written = Records.oneOfEach("").stream().map(Object::getClass).collect(Collectors.toSet());
        Set<DecisionKind> kinds = Records.oneOfEach("").stream().map(DecisionKind::of).collect(Collectors.toSet());

        assertThat(written).containsExactlyInAnyOrder(Decision.class.getPermittedSubclasses());
        assertThat(kinds).containsExactlyInAnyOrder(DecisionKind.values()).hasSameSizeAs(written);
    }

    @Test
    void shouldStoreEachKindAsTheMessageThatItsCodeNames() {
        for (Decision decision : Records.oneOfEach("")) {
            MessageHeaderDecoder header = new MessageHeaderDecoder();
            header.wrap(new UnsafeBuffer(encoder.message(decision)), 0);

            assertThat(header.templateId()).isEqualTo(DecisionKind.of(decision).code());
            assertThat(header.blockLength()).isEqualTo(DecisionDecoder.blockBytes(DecisionKind.of(decision)));
        }
    }

    @Test
    void shouldWriteEqualDecisionsAsEqualBytesWhateverWasWrittenBefore() {
        Decision decision = Records.placed(7, "x");
        byte[] first = encoder.message(decision);
        encoder.message(Records.placed(-1, "y".repeat(MAX_TEXT_BYTES)));

        assertThat(encoder.message(decision)).isEqualTo(first);
    }

    @Test
    void shouldRefuseATextThatIsTooLongForItsField() {
        Decision decision = new Decision.StrategyChanged("a", true, "x".repeat(MAX_TEXT_BYTES + 1),
            ChangeReason.USER, "");

        assertThatThrownBy(() -> encoder.message(decision)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("" + (MAX_TEXT_BYTES + 1));
    }

    @Test
    void shouldRefuseAMessageThatIsCutAnywhere() {
        byte[] whole = encoder.message(Records.placed(1, "id"));

        for (int length = 0; length < whole.length; length++) {
            UnsafeBuffer cut = new UnsafeBuffer(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> decoder.decode(cut)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
