package io.ringside.telegram.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.telegram.api.FakeTelegram;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongPollTest {

    private PollRig rig = new PollRig(10_000);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void shouldGreetThenClearTheWebhookThenPoll() {
        rig.steps(3);

        assertThat(rig.telegram().methods()).containsExactly("getMe", "deleteWebhook", "getUpdates");
        assertThat(rig.last("deleteWebhook").path("drop_pending_updates").asBoolean(true)).isFalse();
        assertThat(rig.last("getUpdates").path("allowed_updates")).hasToString("[\"message\"]");
        assertThat(rig.last("getUpdates").path("timeout").asInt()).isEqualTo(25);
        assertThat(rig.last("getUpdates").has("offset")).isFalse();
    }

    @Test
    void shouldConfirmABatchWithTheNextPoll() {
        rig.telegram().queue(PollRig.stop(50, 1), PollRig.stop(51, 2));
        rig.steps(4);

        assertThat(rig.ring().commands()).containsExactly("stop", "stop");
        assertThat(rig.last("getUpdates").path("offset").asLong()).isEqualTo(52);
        assertThat(rig.telegram().pendingUpdates()).isZero();
    }

    @Test
    void shouldTakeAFullBatchOfAHundred() {
        rig.telegram().queue(
            LongStream.range(0, 150).mapToObj(i -> PollRig.stop(1_000 + i, i)).toArray(JsonNode[]::new));

        rig.steps(3);
        assertThat(rig.ring().commands()).hasSize(100);

        rig.steps(1);
        assertThat(rig.ring().commands()).hasSize(150);
    }

    @Test
    void shouldFollowTheOffsetDownwardsAfterAnIdReset() {
        rig.telegram().queue(PollRig.stop(900_000, 1));
        rig.steps(4);

        rig.telegram().queue(PollRig.stop(12, 2));
        rig.steps(1);
        rig.telegram().queue(PollRig.stop(13, 3));
        rig.steps(2);

        assertThat(rig.ring().commands()).hasSize(3);
        assertThat(rig.last("getUpdates").path("offset").asLong()).isEqualTo(14);
        assertThat(rig.telegram().pendingUpdates()).isZero();
    }

    @Test
    void shouldRunARedeliveredMessageOnlyOnce() {
        rig.telegram().queue(PollRig.stop(50, 1), PollRig.stop(51, 1), PollRig.stop(49, 2));

        rig.steps(5);

        assertThat(rig.ring().commands()).hasSize(2);
    }

    @Test
    void shouldSkipAPoisonUpdateAndGoOn() {
        ObjectNode poison = PollRig.stop(50, 1);
        ((ObjectNode) poison.path("message")).put("message_id", "x");
        rig.telegram().queue(poison, PollRig.stop(51, 2));

        rig.steps(4);

        assertThat(rig.ring().commands()).hasSize(1);
        assertThat(rig.count("telegram updates unreadable")).isEqualTo(1);
        assertThat(rig.last("getUpdates").path("offset").asLong()).isEqualTo(52);
    }

    @Test
    void shouldBackOffWhenNoUpdateCarriesAnId() {
        rig.telegram().script("getUpdates", FakeTelegram.ok("[{\"message\":{}}]"));

        rig.steps(3);

        assertThat(rig.count("telegram polls failed")).isEqualTo(1);
    }

    @Test
    void shouldSkipUnknownKindsOfUpdates() {
        rig.telegram().queue(
            JsonNodeFactory.instance.objectNode().put("update_id", 7).put("brand_new", 1), PollRig.stop(8, 1));

        rig.steps(4);

        assertThat(rig.ring().commands()).hasSize(1);
        assertThat(rig.last("getUpdates").path("offset").asLong()).isEqualTo(9);
    }

    @Test
    void shouldConfirmTheLastBatchAndLeaveWhatComesBack() {
        rig.telegram().queue(PollRig.stop(50, 1));
        rig.steps(3);
        rig.telegram().queue(PollRig.stop(51, 2));

        rig.poll().cancel();
        rig.poll().confirm();

        assertThat(rig.last("getUpdates").path("offset").asLong()).isEqualTo(51);
        assertThat(rig.last("getUpdates").path("timeout").asLong(-1)).isZero();
        assertThat(rig.last("getUpdates").path("limit").asLong()).isEqualTo(1);
        assertThat(rig.ring().commands()).hasSize(1);
        assertThat(rig.telegram().pendingUpdates()).isEqualTo(1);
    }

    @Test
    void shouldConfirmNothingTwice() {
        rig.telegram().queue(PollRig.stop(50, 1));
        rig.steps(4);

        rig.poll().cancel();
        rig.poll().confirm();

        assertThat(rig.telegram().requests("getUpdates")).hasSize(2);
    }

    @Test
    void shouldLeaveTheRestOfABatchToTelegramWhenCancelled() {
        rig.telegram().queue(PollRig.stop(50, 1), PollRig.stop(51, 2));
        rig.ring().afterPublish(rig.poll()::cancel);

        rig.steps(3);
        rig.poll().confirm();

        assertThat(rig.ring().commands()).hasSize(1);
        assertThat(rig.last("getUpdates").path("offset").asLong()).isEqualTo(51);
        assertThat(rig.telegram().pendingUpdates()).isEqualTo(1);
    }
}
