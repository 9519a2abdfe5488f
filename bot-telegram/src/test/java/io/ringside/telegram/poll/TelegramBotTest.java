package io.ringside.telegram.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.command.Verb;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Counters;
import io.ringside.telegram.api.FakeTelegram;
import io.ringside.telegram.api.Messages;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.telegram.send.Outbox;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelegramBotTest {

    private final FakeTelegram telegram = FakeTelegram.started();
    private final Counters counters = new Counters();
    private final BlockingQueue<String> fatal = new ArrayBlockingQueue<>(10);
    private final TelegramConfig config =
        TelegramConfig.of(telegram.url(), FakeTelegram.TOKEN, Messages.USER, Set.of());
    private final Outbox outbox = new Outbox(config, counters);
    private final TelegramBot bot =
        new TelegramBot(config, Symbols.of("BTCUSDT"), new AnsweringRing(outbox), outbox, counters,
            (reason, restartHelps) -> fatal.add(reason));

    @BeforeEach
    void start() {
        telegram.holdEmptyPolls();
        outbox.start();
    }

    @AfterEach
    void close() {
        bot.close();
        outbox.close();
        telegram.stop();
    }

    @Test
    void shouldCarryACommandInAndTheAnswersOut() throws InterruptedException {
        telegram.queue(FakeTelegram.command(1, 11, System.currentTimeMillis() / 1_000, "/status"));

        bot.start();
        telegram.awaitRequests("sendMessage", 2);

        List<String> texts = telegram.requests("sendMessage").stream()
            .map(request -> request.parameters().path("text").asText()).toList();
        assertThat(texts).containsExactly("✓ status queued", "result of status");
    }

    @Test
    void shouldConfirmWhatItHandledWhenClosed() throws InterruptedException {
        bot.start();
        telegram.awaitRequests("getUpdates", 1);
        telegram.queue(FakeTelegram.command(500, 11, System.currentTimeMillis() / 1_000, "/stop"));
        telegram.awaitRequests("getUpdates", 2);

        bot.close();

        List<FakeTelegram.Request> polls = telegram.requests("getUpdates");
        assertThat(polls.get(polls.size() - 1).parameters().path("offset").asLong()).isEqualTo(501);
        assertThat(telegram.pendingUpdates()).isZero();
    }

    @Test
    void shouldReportARejectedTokenOnce() throws InterruptedException {
        telegram.script("getMe", FakeTelegram.error(401, "Unauthorized"));

        bot.start();

        assertThat(fatal.poll(10, TimeUnit.SECONDS))
            .isEqualTo("Telegram rejects the token (401 Unauthorized): check TG_BOT_TOKEN");
        bot.close();
        assertThat(fatal).isEmpty();
    }

    @Test
    void shouldReportAnErrorThatEndsThePolling() throws InterruptedException {
        Counters own = new Counters();
        Publisher broken = new AnsweringRing(reply -> {
            throw new StackOverflowError();
        });
        TelegramBot dying = new TelegramBot(config, Symbols.of("BTCUSDT"), broken, outbox, own,
            (reason, restartHelps) -> fatal.add(reason));
        telegram.queue(FakeTelegram.command(1, 11, System.currentTimeMillis() / 1_000, "/status"));

        dying.start();

        assertThat(fatal.poll(10, TimeUnit.SECONDS)).contains("StackOverflowError");
        dying.close();
    }

    @Test
    void shouldCloseWithoutHavingStarted() {
        bot.close();
        bot.close();

        assertThat(telegram.methods()).isEmpty();
    }

    /** Answers at once, as a consumer that is faster than the poll thread would. */
    private record AnsweringRing(ReplySink outbox) implements Publisher {

        @Override
        public boolean tryPublish(PipelineEvent event) {
            throw new AssertionError("commands wait for a slot");
        }

        @Override
        public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
            onClaimed.run();
            outbox.offer(Reply.to(event.command().origin(), Verb.of(event.command().verbCode()),
                "result of " + Verb.of(event.command().verbCode()).word()));
            return true;
        }
    }
}
