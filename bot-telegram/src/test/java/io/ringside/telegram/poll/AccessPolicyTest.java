package io.ringside.telegram.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.telegram.api.FakeTelegram;
import io.ringside.telegram.api.Messages;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.telegram.poll.AccessPolicy.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

    private final AccessPolicy inPrivate = policy(Messages.USER, Set.of());
    private final AccessPolicy inGroup = policy(Messages.GROUP, Set.of(Messages.USER));

    @Test
    void shouldAllowTheOwnerOfThePrivateChat() {
        assertThat(judge(inPrivate, Messages.typed(1, 1, "/stop"))).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void shouldAllowListedUsersInTheGroup() {
        assertThat(judge(inGroup, Messages.typedInGroup(1, 1, "/stop"))).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void shouldRejectListedUsersOutsideTheGroup() {
        assertThat(judge(inGroup, Messages.typed(1, 1, "/stop"))).isEqualTo(Verdict.STRANGER);
    }

    @Test
    void shouldRejectOtherMembersOfTheGroup() {
        ObjectNode message = Messages.typedInGroup(1, 1, "/stop");
        message.putObject("from").put("id", 99).put("is_bot", false);

        assertThat(judge(inGroup, message)).isEqualTo(Verdict.STRANGER);
    }

    @ParameterizedTest
    @CsvSource({"-1001234567890, channel", "-1001234567890, private", "-1001234567890, ''",
        "-1001234567891, supergroup"})
    void shouldRejectOtherChats(long chatId, String type) {
        ObjectNode message = Messages.typedInGroup(1, 1, "/stop");
        message.putObject("chat").put("id", chatId).put("type", type);

        assertThat(judge(inGroup, message)).isEqualTo(Verdict.STRANGER);
    }

    @Test
    void shouldRejectAMessageWithoutSpeaker() {
        ObjectNode message = Messages.typedInGroup(1, 1, "/stop");
        message.remove("from");

        assertThat(judge(inGroup, message)).isEqualTo(Verdict.STRANGER);
    }

    @Test
    void shouldRejectBots() {
        ObjectNode message = Messages.typedInGroup(1, 1, "/stop");
        message.putObject("from").put("id", Messages.USER).put("is_bot", true);

        assertThat(judge(inGroup, message)).isEqualTo(Verdict.STRANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender_chat", "business_connection_id", "guest_query_id"})
    void shouldRejectWhoStandsForOthers(String field) {
        ObjectNode message = Messages.typedInGroup(1, 1, "/stop").put(field, "x");

        assertThat(judge(inGroup, message)).isEqualTo(Verdict.STRANGER);
    }

    @Test
    void shouldRejectAutomaticForwards() {
        ObjectNode message = Messages.typedInGroup(1, 1, "/stop").put("is_automatic_forward", true);

        assertThat(judge(inGroup, message)).isEqualTo(Verdict.STRANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward_origin", "forward_date", "via_bot"})
    void shouldTellRelayedMessagesFromTypedOnes(String field) {
        ObjectNode message = Messages.typedInGroup(1, 1, "/stop");
        message.putObject(field).put("date", 1);

        assertThat(judge(inGroup, message)).isEqualTo(Verdict.RELAYED);
    }

    @Test
    void shouldTellScheduledMessagesFromTypedOnes() {
        ObjectNode message = Messages.typedInGroup(1, 1, "/stop").put("is_from_offline", true);

        assertThat(judge(inGroup, message)).isEqualTo(Verdict.RELAYED);
    }

    private static AccessPolicy policy(long chatId, Set<Long> userIds) {
        return new AccessPolicy(TelegramConfig.of("http://127.0.0.1:1", FakeTelegram.TOKEN, chatId, userIds));
    }

    private static Verdict judge(AccessPolicy policy, ObjectNode message) {
        return policy.judge(IncomingMessage.from(message));
    }
}
