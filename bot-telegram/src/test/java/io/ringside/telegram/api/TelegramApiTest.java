package io.ringside.telegram.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.telegram.api.ApiAnswer.Outcome;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramApiTest {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final FakeTelegram telegram = FakeTelegram.started();
    private final TelegramApi api = api(telegram.url());

    @AfterEach
    void close() {
        api.close();
        telegram.stop();
    }

    @Test
    void shouldSendAPostOnceEvenOnAReusedConnectionThatBreaks() {
        api.call("getMe", NOTHING);
        telegram.script("sendMessage", new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket()).build());

        ApiAnswer answer = api.call("sendMessage", NOTHING);

        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(telegram.requests("sendMessage")).hasSize(1);
    }

    @Test
    void shouldSendAPostOnceWhenTheServerAsksForAnImmediateRepeat() {
        telegram.script("sendMessage", new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build());
        telegram.script("sendMessage", new MockResponse.Builder().code(408).build());

        api.call("sendMessage", NOTHING);
        api.call("sendMessage", NOTHING);

        assertThat(telegram.requests("sendMessage")).hasSize(2);
    }

    @Test
    void shouldNotCarryTheTokenToAnotherHost() {
        FakeTelegram other = FakeTelegram.started();
        telegram.script("getMe", new MockResponse.Builder().code(302)
            .addHeader("Location", other.url() + "/bot" + FakeTelegram.TOKEN + "/getMe").build());

        ApiAnswer answer = api.call("getMe", NOTHING);
        other.stop();

        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(other.methods()).isEmpty();
    }

    @Test
    void shouldKnowThatAnUnmadeConnectionSentNothing() {
        TelegramApi unreachable = api("http://127.0.0.1:1");

        ApiAnswer answer = unreachable.call("sendMessage", NOTHING);

        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(answer.toString()).doesNotContain("secret");
    }

    @Test
    void shouldRejectAnAnswerBeyondTheCap() {
        telegram.script("getMe", new MockResponse.Builder()
            .body(new Buffer().write(new byte[(8 << 20) + 1])).build());

        ApiAnswer answer = api.call("getMe", NOTHING);

        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(answer.text()).contains("longer than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "{}", "{\"ok\":\"yes\"}", "<html></html>", "{\"ok\":true,"})
    void shouldNotTakeForeignTextForAnAnswer(String body) {
        telegram.script("getMe", new MockResponse.Builder().body(body).build());

        assertThat(api.call("getMe", NOTHING).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void shouldStrikeTheTokenFromWhatTelegramSays() {
        telegram.script("getMe", FakeTelegram.error(400, "bad url /bot" + FakeTelegram.TOKEN
            + "/x and 987654321:BBanotherAnotherAnotherAnotherAnother"));

        ApiAnswer answer = api.call("getMe", NOTHING);

        assertThat(answer.text()).isEqualTo("bad url /bot***/x and ***");
    }

    @Test
    void shouldCancelCallsBeforeTheyStart() {
        api.cancel();

        assertThat(api.call("getMe", NOTHING).isOk()).isFalse();
        assertThat(api.forLastCall(5_000).call("getMe", NOTHING).isOk()).isTrue();
        assertThat(telegram.methods()).hasSize(1);
    }

    private static TelegramApi api(String url) {
        return new TelegramApi(TelegramConfig.of(url, FakeTelegram.TOKEN, Messages.USER, Set.of()), 10_000, 10_000);
    }
}
