package io.ringside.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Reply.Kind;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.event.Origin;
import io.ringside.core.runtime.Counters;
import io.ringside.telegram.api.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SendQueueTest {

    private final Counters counters = new Counters();
    private final SendQueue queue = new SendQueue(3, counters);

    @Test
    void shouldRejectAnEqualWhenFull() {
        offer(Kind.ANSWER, "1");
        offer(Kind.ANSWER, "2");
        offer(Kind.ANSWER, "3");

        assertThat(offer(Kind.ANSWER, "4")).isFalse();
        assertThat(offer(Kind.ALERT, "5")).isFalse();
        assertThat(drain()).containsExactly("1", "2", "3");
        assertThat(Tally.of(counters, "telegram replies not queued")).isEqualTo(2);
    }

    @Test
    void shouldGiveUpTheOldestOfTheLowestForAHigher() {
        offer(Kind.ANSWER, "query");
        offer(Kind.ALERT, "alert 1");
        offer(Kind.ALERT, "alert 2");

        assertThat(offer(Kind.RESULT, "trade 1")).isTrue();
        assertThat(offer(Kind.RESULT, "trade 2")).isTrue();
        assertThat(offer(Kind.RESULT, "trade 3")).isTrue();
        assertThat(offer(Kind.RESULT, "trade 4")).isFalse();
        assertThat(drain()).containsExactly("trade 1", "trade 2", "trade 3");
        assertThat(Tally.of(counters, "telegram replies dropped")).isEqualTo(3);
    }

    @Test
    void shouldGiveUpTheOldestAlertBeforeAnyQuery() {
        offer(Kind.ANSWER, "query");
        offer(Kind.ALERT, "alert 1");
        offer(Kind.ALERT, "alert 2");

        offer(Kind.ANSWER, "query 2");

        assertThat(drain()).containsExactly("query", "query 2", "alert 2");
    }

    @Test
    void shouldPutAMessageBackInFrontOfItsEquals() {
        offer(Kind.ANSWER, "1");
        offer(Kind.ANSWER, "2");

        queue.putBack(queue.take());

        assertThat(drain()).containsExactly("1", "2");
    }

    @Test
    void shouldRejectEverythingOnceClosedAndKeepWhatWaits() {
        offer(Kind.ANSWER, "1");

        queue.close();

        assertThat(offer(Kind.RESULT, "2")).isFalse();
        assertThat(drain()).containsExactly("1");
    }

    @Test
    void shouldNotMissAnOfferMadeBeforeTheWait() throws InterruptedException {
        offer(Kind.ANSWER, "1");

        queue.await(Long.MAX_VALUE);

        assertThat(drain()).containsExactly("1");
    }

    @Test
    void shouldDeliverWhatManyThreadsOfferOnceAndInTheirOrder() throws InterruptedException {
        int threads = 4;
        int each = 5_000;
        SendQueue large = new SendQueue(threads * each, new Counters());
        List<Thread> producers = IntStream.range(0, threads).mapToObj(id -> new Thread(() -> {
            for (int n = 0; n < each; n++) {
                large.offer(OutgoingMessage.of(Reply.answer(Origin.telegram(0, id, 0, n), "x"), 0));
            }
        })).toList();
        producers.forEach(Thread::start);

        int[] next = new int[threads];
        for (int taken = 0; taken < threads * each;) {
            OutgoingMessage message = large.take();
            if (message == null) {
                large.await(Long.MAX_VALUE);
            } else {
                int id = (int) message.reply().to().chatId();
                assertThat(message.reply().to().messageId()).isEqualTo(next[id]++);
                taken++;
            }
        }

        assertThat(large.take()).isNull();
        for (Thread producer : producers) {
            producer.join();
        }
    }

    private boolean offer(Kind kind, String text) {
        Reply reply = new Reply(Origin.telegram(0, 1, 0, 0), null, 0, kind, ReplyBody.text(text));
        return queue.offer(OutgoingMessage.of(reply, 0));
    }

    private List<String> drain() {
        List<String> texts = new ArrayList<>();
        for (OutgoingMessage message = queue.take(); message != null; message = queue.take()) {
            texts.add(message.rest());
        }
        return texts;
    }
}
