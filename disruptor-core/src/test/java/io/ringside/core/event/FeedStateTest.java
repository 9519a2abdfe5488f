package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedStateTest {

    private final PipelineEvent event = new PipelineEvent();
    private final PipelineEvent slot = new PipelineEvent();

    @ParameterizedTest
    @EnumSource(FeedStatus.class)
    void shouldCarryEveryFieldThroughTheRing(FeedStatus status) {
        event.feedState().set(Integer.MAX_VALUE, status, Long.MAX_VALUE, "连接 closed by peer");

        slot.copyFrom(event);

        assertThat(slot.type()).isEqualTo(EventType.FEED_STATE);
        assertThat(slot.feedState().connection()).isEqualTo(Integer.MAX_VALUE);
        assertThat(slot.feedState().status()).isEqualTo(status);
        assertThat(slot.feedState().epochNs()).isEqualTo(Long.MAX_VALUE);
        assertThat(slot.feedState().reason()).isEqualTo("连接 closed by peer");
    }

    @Test
    void shouldKeepAReasonThatJustFits() {
        assertThat(kept("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(kept("币".repeat(66) + "xx")).isEqualTo("币".repeat(66) + "xx");
        assertThat(kept("😀".repeat(50))).isEqualTo("😀".repeat(50));
    }

    @Test
    void shouldCutAReasonThatIsOneByteTooLong() {
        assertThat(kept("x".repeat(201))).isEqualTo("x".repeat(197) + "...");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 61, 62, 63})
    void shouldNeverCutThroughACodePoint(int asciiBefore) {
        String reason = "x".repeat(asciiBefore) + "😀".repeat(100);

        String kept = kept(reason);

        assertThat(kept).endsWith("...");
        assertThat(reason).startsWith(kept.substring(0, kept.length() - 3));
        assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isBetween(197, 200);
    }

    private String kept(String reason) {
        event.feedState().set(0, FeedStatus.DOWN, 0, reason);
        slot.copyFrom(event);
        return slot.feedState().reason();
    }
}
