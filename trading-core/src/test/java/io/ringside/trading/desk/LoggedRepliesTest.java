package io.ringside.trading.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.decision.Decision.ReplySent;
import io.ringside.trading.market.RingTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoggedRepliesTest {

    /** The check value of CRC-32C: of the digits 1 to 9. */
    private static final int CRC32C_OF_DIGITS = 0xE3069283;

    private final List<Object> happened = new ArrayList<>();
    private final RingTime time = new RingTime();

    @Test
    void shouldJournalTheChecksumBeforeTheTextIsOffered() {
        time.onEvent(new PipelineEvent(), 7);
        Reply reply = new Reply(-5, 6, 8, Reply.Priority.TRADE, "123456789");

        assertThat(sink(true).offer(reply)).isTrue();

        assertThat(happened).containsExactly(7L,
            new ReplySent(-5, 8, Reply.Priority.TRADE, 9, CRC32C_OF_DIGITS), reply);
    }

    @Test
    void shouldCountBytesNotCharacters() {
        sink(true).offer(Reply.alert(1, "✓é"));

        assertThat(((ReplySent) happened.get(1)).lengthBytes()).isEqualTo(5);
    }

    @Test
    void shouldNotMixTwoTexts() {
        LoggedReplies sink = sink(true);

        sink.offer(Reply.alert(1, "before"));
        sink.offer(Reply.alert(1, "123456789"));

        assertThat(((ReplySent) happened.get(4)).crc32c()).isEqualTo(CRC32C_OF_DIGITS);
    }

    @Test
    void shouldJournalWhatTheSinkRefuses() {
        assertThat(sink(false).offer(Reply.alert(1, "text"))).isFalse();

        assertThat(happened).hasSize(3);
    }

    private LoggedReplies sink(boolean takes) {
        return new LoggedReplies(reply -> happened.add(reply) && takes, (decision, sequence) -> {
            happened.add(sequence);
            happened.add(decision);
        }, time);
    }
}
