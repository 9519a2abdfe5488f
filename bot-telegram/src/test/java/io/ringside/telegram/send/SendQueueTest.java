package io.ringside.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Reply.Priority;
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
    void shouldRefuseAnEqualWhenFull() {
        offer(Priority.QUERY, "1");
        offer(Priority.QUERY, "2");
        offer(Priority.QUERY, "3");

        assertThat(offer(Priority.QUERY, "4")).isFalse();
        assertThat(offer(Priority.ALERT, "5")).isFalse();
        assertThat(drain()).containsExactly("1", "2", "3");
        assertThat(Tally.of(counters, "telegram replies refused")).isEqualTo(2);
    }

    @Test
    void shouldGiveUpTheOldestOfTheLowestForAHigher() {
        offer(Priority.QUERY, "query");
        offer(Priority.ALERT, "alert 1");
        offer(Priority.ALERT, "alert 2");

        assertThat(offer(Priority.TRADE, "trade 1")).isTrue();
        assertThat(offer(Priority.TRADE, "trade 2")).isTrue();
        assertThat(offer(Priority.TRADE, "trade 3")).isTrue();
        assertThat(offer(Priority.TRADE, "trade 4")).isFalse();
        assertThat(drain()).containsExactly("trade 1", "trade 2", "trade 3");
        assertThat(Tally.of(counters, "telegram replies given up")).isEqualTo(3);
    }

    @Test
    void shouldGiveUpTheOldestAlertBeforeAnyQuery() {
        offer(Priority.QUERY, "query");
        offer(Priority.ALERT, "alert 1");
        offer(Priority.ALERT, "alert 2");

        offer(Priority.QUERY, "query 2");

        assertThat(drain()).containsExactly("query", "query 2", "alert 2");
    }

    @Test
    void shouldPutAMessageBackInFrontOfItsEquals() {
        offer(Priority.QUERY, "1");
        offer(Priority.QUERY, "2");

        queue.putBack(queue.take());

        assertThat(drain()).containsExactly("1", "2");
    }

    @Test
    void shouldRefuseEverythingOnceClosedAndKeepWhatWaits() {
        offer(Priority.QUERY, "1");

        queue.close();

        assertThat(offer(Priority.TRADE, "2")).isFalse();
        assertThat(drain()).containsExactly("1");
    }

    @Test
    void shouldNotMissAnOfferMadeBeforeTheWait() throws InterruptedException {
        offer(Priority.QUERY, "1");

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
                large.offer(OutgoingMessage.of(new Reply(id, 0, n, Priority.QUERY, "x"), 0));
            }
        })).toList();
        producers.forEach(Thread::start);

        int[] next = new int[threads];
        for (int taken = 0; taken < threads * each;) {
            OutgoingMessage message = large.take();
            if (message == null) {
                large.await(Long.MAX_VALUE);
            } else {
                int id = (int) message.reply().chatId();
                assertThat(message.reply().messageId()).isEqualTo(next[id]++);
                taken++;
            }
        }

        assertThat(large.take()).isNull();
        for (Thread producer : producers) {
            producer.join();
        }
    }

    private boolean offer(Priority priority, String text) {
        return queue.offer(OutgoingMessage.of(new Reply(1, 0, 0, priority, text), 0));
    }

    private List<String> drain() {
        List<String> texts = new ArrayList<>();
        for (OutgoingMessage message = queue.take(); message != null; message = queue.take()) {
            texts.add(message.rest());
        }
        return texts;
    }
}
