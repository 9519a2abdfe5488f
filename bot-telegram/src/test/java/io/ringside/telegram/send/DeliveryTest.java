package io.ringside.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringside.core.command.Reply;
import io.ringside.core.command.Reply.Kind;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.event.Origin;
import io.ringside.core.runtime.Counters;
import io.ringside.telegram.api.FakeTelegram;
import io.ringside.telegram.api.HandTiming;
import io.ringside.telegram.api.Messages;
import io.ringside.telegram.api.RecordingLoggers;
import io.ringside.telegram.api.Tally;
import io.ringside.telegram.api.TelegramApi;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.testing.HandClock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private final HandClock clock = new HandClock();
    private final Counters counters = new Counters();
    private final SendQueue queue = new SendQueue(256, counters);
    private FakeTelegram telegram;
    private TelegramApi api;
    private Delivery delivery;

    @BeforeEach
    void start() {
        telegram = FakeTelegram.started();
        api = api(telegram.url(), 10_000);
        delivery = new Delivery(api, queue, HandTiming.of(clock), counters);
    }

    @AfterEach
    void stop() {
        api.close();
        telegram.stop();
    }

    @Test
    void shouldRestWhenNothingWaits() {
        assertThat(delivery.step()).isEqualTo(Delivery.IDLE);
    }

    @Test
    void shouldSendTheMostImportantFirstAndKeepTheOrderWithin() {
        offer(Kind.ALERT, "alert 1");
        offer(Kind.ANSWER, "query 1");
        offer(Kind.RESULT, "trade 1");
        offer(Kind.ANSWER, "query 2");
        offer(Kind.RESULT, "trade 2");

        steps(5);

        assertThat(texts()).containsExactly("trade 1", "trade 2", "query 1", "query 2", "alert 1");
    }

    @Test
    void shouldSendPlainTextAsAnAnswerInTheTopic() {
        queue.offer(OutgoingMessage.of(Reply.answer(Origin.telegram(0, Messages.GROUP, 7, 9), "a < b & *c*"), 0));

        steps(1);

        JsonNode message = sent().get(0);
        assertThat(message.path("chat_id").asLong()).isEqualTo(Messages.GROUP);
        assertThat(message.path("text").asText()).isEqualTo("a < b & *c*");
        assertThat(message.has("parse_mode")).isFalse();
        assertThat(message.path("link_preview_options").path("is_disabled").asBoolean()).isTrue();
        assertThat(message.path("message_thread_id").asLong()).isEqualTo(7);
        assertThat(message.path("reply_parameters").path("message_id").asLong()).isEqualTo(9);
        assertThat(message.path("reply_parameters").path("allow_sending_without_reply").asBoolean()).isTrue();
    }

    @Test
    void shouldNameNoMessageAndTopicWhenThereIsNone() {
        offer(Kind.ALERT, "alert");

        steps(1);

        assertThat(sent().get(0).has("reply_parameters")).isFalse();
        assertThat(sent().get(0).has("message_thread_id")).isFalse();
    }

    @Test
    void shouldSendLongTextInPartsAndAnswerWithTheFirst() {
        String text = ("x".repeat(99) + "\n").repeat(90);
        queue.offer(OutgoingMessage.of(Reply.answer(Origin.telegram(0, Messages.USER, 0, 9), text), 0));

        steps(3);

        assertThat(texts()).allMatch(part -> part.length() <= 4096 && part.endsWith("\n"));
        assertThat(String.join("", texts())).isEqualTo(text);
        assertThat(sent()).extracting(part -> part.has("reply_parameters")).containsExactly(true, false, false);
    }

    @Test
    void shouldPaceAPrivateChatToOneASecondAfterABurst() {
        offer(Kind.ANSWER, 7);

        for (int i = 0; i < 5; i++) {
            assertThat(delivery.step()).isZero();
            clock.passMs(50);
        }

        assertThat(delivery.step()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(750));
        assertThat(sent()).hasSize(5);
        clock.passMs(750);
        assertThat(delivery.step()).isZero();
        assertThat(delivery.step()).isEqualTo(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void shouldLetAnAnswerOvertakeWhileItWaits() {
        offer(Kind.ALERT, 6);
        steps(6);
        offer(Kind.RESULT, "trade");
        clock.passMs(1_000);

        steps(1);

        assertThat(texts()).endsWith("trade");
    }

    @Test
    void shouldStaySilentAfter429AndSendTheSameMessageAgain() {
        telegram.script("sendMessage", FakeTelegram.tooMany(30));
        offer(Kind.ANSWER, "query 1");
        offer(Kind.ANSWER, "query 2");

        steps(1);
        long waitNs = delivery.step();

        assertThat(waitNs).isBetween(TimeUnit.SECONDS.toNanos(30), TimeUnit.SECONDS.toNanos(31));
        clock.passNs(waitNs - 1);
        assertThat(delivery.step()).isEqualTo(1);
        clock.passNs(1);
        steps(2);
        assertThat(texts()).containsExactly("query 1", "query 1", "query 2");
    }

    @Test
    void shouldSendAgainAfterAFullServerError() {
        telegram.script("sendMessage", FakeTelegram.error(500, "Internal Server Error: restart"));
        offer(Kind.RESULT, "trade");

        steps(1);
        clock.passMs(500);
        steps(1);

        assertThat(texts()).containsExactly("trade", "trade");
        assertThat(Tally.of(counters, "telegram messages sent")).isEqualTo(1);
    }

    @Test
    void shouldSendAgainWhenTheConnectionWasNeverMade() {
        TelegramApi unreachable = api("http://127.0.0.1:1", 10_000);
        Delivery offline = new Delivery(unreachable, queue, HandTiming.of(clock), new Counters());
        offer(Kind.RESULT, "trade");

        assertThat(offline.step()).isZero();

        assertThat(queue.size()).isEqualTo(1);
        steps(1);
        assertThat(texts()).containsExactly("trade");
    }

    @Test
    void shouldNotSendAgainWhatMayHaveArrived() {
        telegram.script("sendMessage", FakeTelegram.badGateway());
        telegram.script("sendMessage", new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket()).build());
        telegram.script("sendMessage", new MockResponse.Builder().body("{\"ok\":tr").build());
        offer(Kind.ANSWER, 4);

        for (int i = 0; i < 4; i++) {
            steps(1);
            clock.passMs(30_000);
        }

        assertThat(texts()).containsExactly("reply 0", "reply 1", "reply 2", "reply 3");
        assertThat(Tally.of(counters, "telegram sends of unknown outcome")).isEqualTo(3);
        assertThat(Tally.of(counters, "telegram messages sent")).isEqualTo(1);
    }

    @Test
    void shouldNotSendAgainAfterAnAnswerThatNeverCame() {
        telegram.script("sendMessage", new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE).build());
        Counters own = new Counters();
        Delivery impatient = new Delivery(api(telegram.url(), 100), queue, HandTiming.of(clock), own);
        offer(Kind.RESULT, "trade");

        impatient.step();

        assertThat(queue.size()).isZero();
        assertThat(Tally.of(own, "telegram sends of unknown outcome")).isEqualTo(1);
    }

    @Test
    void shouldGiveUpWhatTelegramRejectsForGood() {
        telegram.script("sendMessage", FakeTelegram.error(403, "Forbidden: bot was blocked by the user"));
        telegram.script("sendMessage", FakeTelegram.error(400, "Bad Request: chat not found"));
        offer(Kind.ANSWER, 3);

        steps(3);

        assertThat(texts()).containsExactly("reply 0", "reply 1", "reply 2");
        assertThat(Tally.of(counters, "telegram replies rejected")).isEqualTo(2);
    }

    @Test
    void shouldLetAlertsExpireAndKeepAnswers() {
        offer(Kind.ALERT, "alert");
        offer(Kind.RESULT, "trade");
        clock.passMs(TimeUnit.MINUTES.toMillis(6));

        steps(2);

        assertThat(texts()).containsExactly("trade");
        assertThat(Tally.of(counters, "telegram alerts expired")).isEqualTo(1);
    }

    @Test
    void shouldSendALoneSurrogateAsAQuestionMark() {
        offer(Kind.ANSWER, "odd \ud83d text");

        steps(1);

        assertThat(texts()).containsExactly("odd ? text");
    }

    @Test
    void shouldKeepTheTokenOutOfTheLogWhenNothingListens() {
        Delivery offline = new Delivery(api("http://127.0.0.1:1", 1_000), queue, HandTiming.of(clock), new Counters());
        offer(Kind.ALERT, "hello");

        offline.step();

        String secret = FakeTelegram.TOKEN.substring(FakeTelegram.TOKEN.indexOf(':') + 1);
        assertThat(RecordingLoggers.lines()).anyMatch(line -> line.contains("a message was not delivered"))
            .noneMatch(line -> line.contains(secret));
    }

    private void offer(Kind kind, int count) {
        for (int i = 0; i < count; i++) {
            offer(kind, "reply " + i);
        }
    }

    private void offer(Kind kind, String text) {
        Reply reply = new Reply(Origin.telegram(0, Messages.USER, 0, 0), null, 0, kind, ReplyBody.text(text));
        queue.offer(OutgoingMessage.of(reply, HandTiming.of(clock).nanoClock().getAsLong()));
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            delivery.step();
        }
    }

    private List<JsonNode> sent() {
        return telegram.requests("sendMessage").stream().map(FakeTelegram.Request::parameters).toList();
    }

    private List<String> texts() {
        return sent().stream().map(message -> message.path("text").asText()).toList();
    }

    private static TelegramApi api(String url, long readTimeoutMs) {
        TelegramConfig config = TelegramConfig.of(url, FakeTelegram.TOKEN, Messages.USER, Set.of());
        return new TelegramApi(config, readTimeoutMs, 10_000);
    }
}
