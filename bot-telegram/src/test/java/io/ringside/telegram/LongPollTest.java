package io.ringside.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.core.event.Symbols;
import io.ringside.core.runtime.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongPollTest {

    private static final long NOW_S = HandClock.START_EPOCH_S;

    private final HandClock clock = new HandClock();
    private final RecordingRing ring = new RecordingRing();
    private final RecordingSink outbox = new RecordingSink();
    private final Counters counters = new Counters();
    private final List<String> fatal = new ArrayList<>();
    private FakeTelegram telegram;
    private LongPoll poll;

    @BeforeEach
    void start() {
        telegram = FakeTelegram.started();
        poll = poll(10_000);
    }

    @AfterEach
    void stop() {
        poll.close();
        telegram.stop();
    }

    @Test
    void shouldGreetThenClearTheWebhookThenPoll() {
        steps(3);

        assertThat(telegram.methods()).containsExactly("getMe", "deleteWebhook", "getUpdates");
        assertThat(last("deleteWebhook").path("drop_pending_updates").asBoolean(true)).isFalse();
        assertThat(last("getUpdates").path("allowed_updates")).hasToString("[\"message\"]");
        assertThat(last("getUpdates").path("timeout").asInt()).isEqualTo(25);
        assertThat(last("getUpdates").has("offset")).isFalse();
    }

    @Test
    void shouldConfirmABatchWithTheNextPoll() {
        telegram.queue(stop(50, 1), stop(51, 2));
        steps(4);

        assertThat(ring.commands()).containsExactly("stop", "stop");
        assertThat(last("getUpdates").path("offset").asLong()).isEqualTo(52);
        assertThat(telegram.pendingUpdates()).isZero();
    }

    @Test
    void shouldTakeAFullBatchOfAHundred() {
        telegram.queue(LongStream.range(0, 150).mapToObj(i -> stop(1_000 + i, i)).toArray(JsonNode[]::new));

        steps(3);
        assertThat(ring.commands()).hasSize(100);

        steps(1);
        assertThat(ring.commands()).hasSize(150);
    }

    @Test
    void shouldFollowTheOffsetDownwardsAfterAnIdReset() {
        telegram.queue(stop(900_000, 1));
        steps(4);

        telegram.queue(stop(12, 2));
        steps(1);
        telegram.queue(stop(13, 3));
        steps(2);

        assertThat(ring.commands()).hasSize(3);
        assertThat(last("getUpdates").path("offset").asLong()).isEqualTo(14);
        assertThat(telegram.pendingUpdates()).isZero();
    }

    @Test
    void shouldRunARedeliveredMessageOnlyOnce() {
        telegram.queue(stop(50, 1), stop(51, 1), stop(49, 2));

        steps(5);

        assertThat(ring.commands()).hasSize(2);
    }

    @Test
    void shouldSkipAPoisonUpdateAndGoOn() {
        ObjectNode poison = stop(50, 1);
        ((ObjectNode) poison.path("message")).put("message_id", "x");
        telegram.queue(poison, stop(51, 2));

        steps(4);

        assertThat(ring.commands()).hasSize(1);
        assertThat(Tally.of(counters, "telegram updates unreadable")).isEqualTo(1);
        assertThat(last("getUpdates").path("offset").asLong()).isEqualTo(52);
    }

    @Test
    void shouldBackOffWhenNoUpdateCarriesAnId() {
        telegram.script("getUpdates", FakeTelegram.ok("[{\"message\":{}}]"));

        steps(3);

        assertThat(Tally.of(counters, "telegram polls failed")).isEqualTo(1);
    }

    @Test
    void shouldSkipUnknownKindsOfUpdates() {
        telegram.queue(JsonNodeFactory.instance.objectNode().put("update_id", 7).put("brand_new", 1), stop(8, 1));

        steps(4);

        assertThat(ring.commands()).hasSize(1);
        assertThat(last("getUpdates").path("offset").asLong()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "404, Not Found"})
    void shouldStopWhenTheTokenIsRejectedAtTheStart(int code, String description) {
        telegram.script("getMe", FakeTelegram.error(code, description));

        assertThat(poll.step()).isEqualTo(LongPoll.STOPPED);
        assertThat(poll.step()).isEqualTo(LongPoll.STOPPED);
        assertThat(fatal).containsExactly(
            "Telegram rejects the token (" + code + " " + description + "): check TG_BOT_TOKEN");
        assertThat(telegram.methods()).hasSize(1);
    }

    @Test
    void shouldStopWhenTheTokenIsRevokedLater() {
        steps(3);
        telegram.script("getUpdates", FakeTelegram.error(401, "Unauthorized"));

        assertThat(poll.step()).isEqualTo(LongPoll.STOPPED);
        assertThat(fatal).hasSize(1);
    }

    @Test
    void shouldKeepGreetingWhileTheNetworkFails() {
        telegram.script("getMe", FakeTelegram.badGateway());
        telegram.script("getMe", FakeTelegram.error(500, "Internal Server Error: restart"));

        assertThat(poll.step()).isBetween(0L, 500L);
        assertThat(poll.step()).isBetween(0L, 1_000L);
        assertThat(poll.step()).isZero();
        assertThat(fatal).isEmpty();
        assertThat(telegram.methods()).containsExactly("getMe", "getMe", "getMe");
    }

    @Test
    void shouldWaitAsLongAsTelegramAsks() {
        steps(2);
        telegram.script("getUpdates", FakeTelegram.tooMany(5));
        telegram.script("getUpdates", FakeTelegram.tooMany(234));

        assertThat(poll.step()).isBetween(5_000L, 6_000L);
        assertThat(poll.step()).isBetween(234_000L, 235_000L);
    }

    @Test
    void shouldExplainAnotherPollerOnceAndRetrySlowly() {
        steps(2);
        for (int i = 0; i < 20; i++) {
            telegram.script("getUpdates",
                FakeTelegram.error(409, "Conflict: terminated by other getUpdates request"));
        }

        List<Long> delaysMs = LongStream.range(0, 20).map(i -> poll.step()).boxed().toList();

        assertThat(delaysMs).allMatch(ms -> ms >= 5_000 && ms <= 60_000).anyMatch(ms -> ms > 20_000);
        assertThat(outbox.texts()).singleElement().asString().contains("another poller uses this token");
        assertThat(telegram.requests("deleteWebhook")).hasSize(1);
    }

    @Test
    void shouldClearAWebhookThatSomebodySet() {
        steps(2);
        telegram.script("getUpdates",
            FakeTelegram.error(409, "Conflict: can't use getUpdates method while webhook is active"));

        steps(3);

        assertThat(telegram.methods()).containsExactly("getMe", "deleteWebhook", "getUpdates", "deleteWebhook",
            "getUpdates");
    }

    @Test
    void shouldBackOffOnHtmlAndStartAnewAfterSuccess() {
        steps(2);
        for (int i = 0; i < 12; i++) {
            telegram.script("getUpdates", FakeTelegram.badGateway());
        }

        List<Long> delaysMs = LongStream.range(0, 12).map(i -> poll.step()).boxed().toList();
        steps(1);
        telegram.script("getUpdates", FakeTelegram.badGateway());

        assertThat(delaysMs).allMatch(ms -> ms <= 30_000).anyMatch(ms -> ms > 5_000);
        assertThat(poll.step()).isBetween(0L, 500L);
    }

    @Test
    void shouldNotTakeTruncatedJsonForAnEmptyBatch() {
        steps(2);
        telegram.queue(stop(50, 1));
        telegram.script("getUpdates", new MockResponse.Builder().body("{\"ok\":true,\"result\":[{\"update_id\":50").build());

        steps(1);
        assertThat(Tally.of(counters, "telegram polls failed")).isEqualTo(1);

        steps(1);
        assertThat(ring.commands()).hasSize(1);
    }

    @Test
    void shouldSurviveAResetAfterTheRequestWasRead() {
        steps(2);
        telegram.script("getUpdates", new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket()).build());
        telegram.queue(stop(50, 1));

        steps(1);
        assertThat(telegram.requests("getUpdates")).hasSize(1);
        assertThat(Tally.of(counters, "telegram polls failed")).isEqualTo(1);

        steps(1);
        assertThat(ring.commands()).hasSize(1);
    }

    @Test
    void shouldGiveUpASilentConnection() {
        poll.close();
        Counters own = new Counters();
        poll = poll(telegram.url(), 100, own);
        steps(2);
        telegram.script("getUpdates", new MockResponse.Builder()
            .headersDelay(3, TimeUnit.SECONDS).body("{\"ok\":true,\"result\":[]}").build());

        steps(1);

        assertThat(Tally.of(own, "telegram polls failed")).isEqualTo(1);
    }

    @Test
    void shouldConfirmTheLastBatchAndLeaveWhatComesBack() {
        telegram.queue(stop(50, 1));
        steps(3);
        telegram.queue(stop(51, 2));

        poll.cancel();
        poll.confirm();

        assertThat(last("getUpdates").path("offset").asLong()).isEqualTo(51);
        assertThat(last("getUpdates").path("timeout").asLong(-1)).isZero();
        assertThat(last("getUpdates").path("limit").asLong()).isEqualTo(1);
        assertThat(ring.commands()).hasSize(1);
        assertThat(telegram.pendingUpdates()).isEqualTo(1);
    }

    @Test
    void shouldConfirmNothingTwice() {
        telegram.queue(stop(50, 1));
        steps(4);

        poll.cancel();
        poll.confirm();

        assertThat(telegram.requests("getUpdates")).hasSize(2);
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(poll.step()).isNotNegative();
        }
    }

    private JsonNode last(String method) {
        List<FakeTelegram.Request> requests = telegram.requests(method);
        return requests.get(requests.size() - 1).parameters();
    }

    private LongPoll poll(long readTimeoutMs) {
        return poll(telegram.url(), readTimeoutMs, counters);
    }

    private LongPoll poll(String url, long readTimeoutMs, Counters owner) {
        TelegramConfig config = TelegramConfig.of(url, FakeTelegram.TOKEN, Messages.USER, Set.of());
        Timing timing = clock.timing();
        CommandEntry entry = new CommandEntry(config, ring, outbox, timing, owner);
        UpdateGate gate = new UpdateGate(config, new CommandParser(Symbols.of("BTCUSDT")), entry, outbox, timing,
            owner);
        HourlyAlert alert = new HourlyAlert(Messages.USER, outbox, timing.nanoClock());
        return new LongPoll(config, new TelegramApi(config, readTimeoutMs, 2 * readTimeoutMs), gate,
            new PollTrouble(alert, timing, owner), fatal::add, owner);
    }

    private static ObjectNode stop(long updateId, long messageId) {
        return FakeTelegram.command(updateId, messageId, NOW_S, "/stop");
    }
}
