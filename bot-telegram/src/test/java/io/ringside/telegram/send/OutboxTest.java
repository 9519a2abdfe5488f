package io.ringside.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Reply.Kind;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.event.Origin;
import io.ringside.core.runtime.Counters;
import io.ringside.telegram.api.FakeTelegram;
import io.ringside.telegram.api.Messages;
import io.ringside.telegram.api.Tally;
import io.ringside.telegram.api.TelegramApi;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.telegram.api.Timing;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final FakeTelegram telegram = FakeTelegram.started();
    private final Counters counters = new Counters();
    private final Outbox outbox = outbox(counters, 10_000);

    @AfterEach
    void close() {
        outbox.close();
        telegram.stop();
    }

    @Test
    void shouldDeliverWhatIsOffered() throws InterruptedException {
        outbox.start();

        assertThat(outbox.offer(reply(Kind.ANSWER, "hello"))).isTrue();

        telegram.awaitRequests("sendMessage", 1);
        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void shouldFlushTheMostImportantFirstWhenClosed() {
        outbox.offer(reply(Kind.ALERT, "alert"));
        outbox.offer(reply(Kind.ANSWER, "query"));
        outbox.offer(reply(Kind.RESULT, "trade"));

        outbox.start();
        outbox.close();

        assertThat(texts()).containsExactly("trade", "query", "alert");
    }

    @Test
    void shouldCloseThoughTelegramHangs() throws InterruptedException {
        telegram.script("sendMessage", new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE).build());
        Counters own = new Counters();
        Outbox hurried = outbox(own, 1);
        hurried.offer(reply(Kind.RESULT, "trade"));
        hurried.start();
        telegram.awaitRequests("sendMessage", 1);

        hurried.close();

        assertThat(Tally.of(own, "telegram sends of unknown outcome")).isEqualTo(1);
    }

    @Test
    void shouldRejectOffersOnceClosed() {
        outbox.close();

        assertThat(outbox.offer(reply(Kind.RESULT, "late"))).isFalse();
        assertThat(Tally.of(counters, "telegram replies not queued")).isEqualTo(1);
    }

    @Test
    void shouldRejectWhatIsNotForTelegram() {
        assertThat(outbox.offer(Reply.answer(Origin.CONSOLE, "x"))).isFalse();
        assertThat(outbox.offer(reply(Kind.ANSWER, " \n"))).isFalse();
        assertThat(Tally.of(counters, "telegram replies not queued")).isEqualTo(2);
    }

    @Test
    void shouldHoldNoMoreThanItsCapacity() {
        for (int i = 0; i < Outbox.CAPACITY; i++) {
            assertThat(outbox.offer(reply(Kind.ANSWER, "query"))).isTrue();
        }

        assertThat(outbox.offer(reply(Kind.ANSWER, "one more"))).isFalse();
        assertThat(outbox.offer(reply(Kind.RESULT, "trade"))).isTrue();
    }

    private Outbox outbox(Counters owner, long flushTimeoutMs) {
        TelegramConfig config = TelegramConfig.of(telegram.url(), FakeTelegram.TOKEN, Messages.USER, Set.of());
        return new Outbox(TelegramApi.forSending(config), Timing.system(), owner, flushTimeoutMs);
    }

    private List<String> texts() {
        return telegram.requests("sendMessage").stream()
            .map(request -> request.parameters().path("text").asText()).toList();
    }

    private static Reply reply(Kind kind, String text) {
        return new Reply(Origin.telegram(0, Messages.USER, 0, 0), null, 0, kind, ReplyBody.text(text));
    }
}
