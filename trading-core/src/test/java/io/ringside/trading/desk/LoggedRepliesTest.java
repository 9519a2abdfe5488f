package io.ringside.trading.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.command.ReplyBytes;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.decision.Decision.ReplySent;
import io.ringside.trading.market.RingTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class LoggedRepliesTest {

    private static final Origin CHAT = Origin.telegram(4, -5, 6, 8);

    private final List<Object> happened = new ArrayList<>();
    private final RingTime time = new RingTime();

    @Test
    void shouldJournalTheChecksumOfTheValueBeforeItIsOffered() {
        time.onEvent(new PipelineEvent(), 7);
        Reply reply = new Reply(CHAT, Verb.BUY, 3, Reply.Kind.RESULT, ReplyBody.text("✓é"));
        byte[] value = ReplyBytes.of(reply);
        CRC32C crc32c = new CRC32C();
        crc32c.update(value);

        assertThat(sink(true).offer(reply)).isTrue();

        assertThat(happened).containsExactly(7L, new ReplySent(CHAT, Verb.BUY, 3, Reply.Kind.RESULT, value.length,
            (int) crc32c.getValue()), reply);
    }

    @Test
    void shouldNotMixTwoReplies() {
        LoggedReplies sink = sink(true);

        sink.offer(Reply.alert(CHAT, "before"));
        sink.offer(Reply.alert(CHAT, "text"));
        sink(true).offer(Reply.alert(CHAT, "text"));

        assertThat(happened.get(7)).isEqualTo(happened.get(4));
        assertThat(happened.get(4)).isNotEqualTo(happened.get(1));
    }

    @Test
    void shouldJournalWhatTheSinkRejects() {
        assertThat(sink(false).offer(Reply.alert(CHAT, "text"))).isFalse();

        assertThat(happened).hasSize(3);
    }

    private LoggedReplies sink(boolean takes) {
        return new LoggedReplies(reply -> happened.add(reply) && takes, (decision, sequence) -> {
            happened.add(sequence);
            happened.add(decision);
        }, time);
    }
}
