package io.ringside.telegram.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.telegram.api.FakeTelegram;
import io.ringside.telegram.api.RecordingLoggers;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

class SecrecyTest {

    private static final String SECRET = FakeTelegram.TOKEN.substring(FakeTelegram.TOKEN.indexOf(':') + 1);

    @Test
    void shouldKeepTheTokenOutOfLogsAnswersAndTheFatalLine() {
        try (PollRig rig = new PollRig(10_000)) {
            rig.steps(2);
            for (MockResponse trouble : everyTrouble()) {
                rig.telegram().script("getUpdates", trouble);
                rig.poll().step();
            }

            assertThat(rig.fatal()).hasSize(1);
            assertThat(rig.outbox().texts()).isNotEmpty();
            assertClean(rig.fatal());
            assertClean(rig.outbox().texts());
        }
        assertThat(RecordingLoggers.lines()).anyMatch(line -> line.contains("Telegram poll failed"));
        assertClean(RecordingLoggers.lines());
    }

    @Test
    void shouldKeepChatTextOutOfTheLog() {
        try (PollRig rig = new PollRig(10_000)) {
            ObjectNode broken = FakeTelegram.command(5, 1, 1, "/buy my-private-words");
            ((ObjectNode) broken.path("message")).put("date", "my-private-words");
            ObjectNode foreign = FakeTelegram.command(6, 2, 1, "/buy my-private-words");
            ((ObjectNode) foreign.path("message")).set("from", JsonNodeFactory.instance.objectNode().put("id", 3));
            rig.telegram().queue(broken, foreign);

            rig.steps(3);

            assertThat(rig.count("telegram updates unreadable")).isEqualTo(1);
            assertThat(rig.count("telegram strangers rejected")).isEqualTo(1);
        }
        assertThat(RecordingLoggers.lines()).anyMatch(line -> line.contains("update 5 cannot be handled"))
            .noneMatch(line -> line.contains("my-private-words"));
    }

    private static List<MockResponse> everyTrouble() {
        return List.of(
            FakeTelegram.badGateway(),
            FakeTelegram.tooMany(1),
            FakeTelegram.error(409, "Conflict: terminated by other getUpdates request " + FakeTelegram.TOKEN),
            FakeTelegram.error(400, "Bad Request: " + FakeTelegram.TOKEN),
            new MockResponse.Builder().body("{\"ok\":tr" + FakeTelegram.TOKEN).build(),
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
            FakeTelegram.error(401, "Unauthorized " + FakeTelegram.TOKEN));
    }

    private static void assertClean(List<String> texts) {
        assertThat(texts).noneMatch(text -> text.contains(SECRET));
    }
}
