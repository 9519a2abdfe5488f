package io.ringside.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Reply.Priority;
import io.ringside.core.runtime.Counters;
import io.ringside.telegram.api.Tally;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterQueueTest {

    private final Counters counters = new Counters();
    private final LetterQueue queue = new LetterQueue(3, counters);

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
    void shouldPutALetterBackInFrontOfItsEquals() {
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

    private boolean offer(Priority priority, String text) {
        return queue.offer(Letter.of(new Reply(1, 0, 0, priority, text), 0));
    }

    private List<String> drain() {
        List<String> texts = new ArrayList<>();
        for (Letter letter = queue.take(); letter != null; letter = queue.take()) {
            texts.add(letter.rest());
        }
        return texts;
    }
}
