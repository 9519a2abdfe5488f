package io.ringside.telegram.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.telegram.api.FakeTelegram;
import java.util.List;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongPollTroubleTest {

    private PollRig rig = new PollRig(10_000);

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "404, Not Found"})
    void shouldStopWhenTheTokenIsRejectedAtTheStart(int code, String description) {
        rig.telegram().script("getMe", FakeTelegram.error(code, description));

        assertThat(rig.poll().step()).isEqualTo(LongPoll.STOPPED);
        assertThat(rig.poll().step()).isEqualTo(LongPoll.STOPPED);
        assertThat(rig.fatal()).containsExactly(
            "Telegram rejects the token (" + code + " " + description + "): check TG_BOT_TOKEN");
        assertThat(rig.telegram().methods()).hasSize(1);
    }

    @Test
    void shouldStopWhenTheTokenIsRevokedLater() {
        rig.steps(3);
        rig.telegram().script("getUpdates", FakeTelegram.error(401, "Unauthorized"));

        assertThat(rig.poll().step()).isEqualTo(LongPoll.STOPPED);
        assertThat(rig.fatal()).hasSize(1);
    }

    @Test
    void shouldKeepGreetingWhileTheNetworkFails() {
        rig.telegram().script("getMe", FakeTelegram.badGateway());
        rig.telegram().script("getMe", FakeTelegram.error(500, "Internal Server Error: restart"));

        assertThat(rig.poll().step()).isBetween(0L, 500L);
        assertThat(rig.poll().step()).isBetween(0L, 1_000L);
        assertThat(rig.poll().step()).isZero();
        assertThat(rig.fatal()).isEmpty();
        assertThat(rig.telegram().methods()).containsExactly("getMe", "getMe", "getMe");
    }

    @Test
    void shouldWaitAsLongAsTelegramAsks() {
        rig.steps(2);
        rig.telegram().script("getUpdates", FakeTelegram.tooMany(5));
        rig.telegram().script("getUpdates", FakeTelegram.tooMany(234));

        assertThat(rig.poll().step()).isBetween(5_000L, 6_000L);
        assertThat(rig.poll().step()).isBetween(234_000L, 235_000L);
    }

    @Test
    void shouldExplainAnotherPollerOnceAndRetrySlowly() {
        rig.steps(2);
        for (int i = 0; i < 20; i++) {
            rig.telegram().script("getUpdates",
                FakeTelegram.error(409, "Conflict: terminated by other getUpdates request"));
        }

        List<Long> delaysMs = LongStream.range(0, 20).map(i -> rig.poll().step()).boxed().toList();

        assertThat(delaysMs).allMatch(ms -> ms >= 5_000 && ms <= 60_000).anyMatch(ms -> ms > 20_000);
        assertThat(rig.outbox().texts()).singleElement().asString().contains("another poller uses this token");
        assertThat(rig.telegram().requests("deleteWebhook")).hasSize(1);
    }

    @Test
    void shouldClearAWebhookThatSomebodySet() {
        rig.steps(2);
        rig.telegram().script("getUpdates",
            FakeTelegram.error(409, "Conflict: can't use getUpdates method while webhook is active"));

        rig.steps(3);

        assertThat(rig.telegram().methods()).containsExactly("getMe", "deleteWebhook", "getUpdates", "deleteWebhook",
            "getUpdates");
    }

    @Test
    void shouldBackOffOnHtmlAndRestartAfterSuccess() {
        rig.steps(2);
        for (int i = 0; i < 12; i++) {
            rig.telegram().script("getUpdates", FakeTelegram.badGateway());
        }

        List<Long> delaysMs = LongStream.range(0, 12).map(i -> rig.poll().step()).boxed().toList();
        rig.steps(1);
        rig.telegram().script("getUpdates", FakeTelegram.badGateway());

        assertThat(delaysMs).allMatch(ms -> ms <= 30_000).anyMatch(ms -> ms > 5_000);
        assertThat(rig.poll().step()).isBetween(0L, 500L);
    }

    @Test
    void shouldNotTakeTruncatedJsonForAnEmptyBatch() {
        rig.steps(2);
        rig.telegram().queue(PollRig.stop(50, 1));
        rig.telegram().script("getUpdates", new MockResponse.Builder()
            .body("{\"ok\":true,\"result\":[{\"update_id\":50").build());

        rig.steps(1);
        assertThat(rig.count("telegram polls failed")).isEqualTo(1);

        rig.steps(1);
        assertThat(rig.ring().commands()).hasSize(1);
    }

    @Test
    void shouldSurviveAResetAfterTheRequestWasRead() {
        rig.steps(2);
        rig.telegram().script("getUpdates", new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket()).build());
        rig.telegram().queue(PollRig.stop(50, 1));

        rig.steps(1);
        assertThat(rig.telegram().requests("getUpdates")).hasSize(1);
        assertThat(rig.count("telegram polls failed")).isEqualTo(1);

        rig.steps(1);
        assertThat(rig.ring().commands()).hasSize(1);
    }

    @Test
    void shouldGiveUpASilentConnection() {
        rig.close();
        rig = new PollRig(100);
        rig.telegram().script("getMe", new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE).build());

        rig.steps(1);

        assertThat(rig.count("telegram polls failed")).isEqualTo(1);
    }
}
