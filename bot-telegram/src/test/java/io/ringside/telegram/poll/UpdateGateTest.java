package io.ringside.telegram.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.core.command.CommandGate;
import io.ringside.core.command.CommandParser;
import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Symbols;
import io.ringside.core.runtime.Counters;
import io.ringside.telegram.api.FakeTelegram;
import io.ringside.telegram.api.HandTiming;
import io.ringside.telegram.api.Messages;
import io.ringside.telegram.api.Tally;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.testing.HandClock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateGateTest {

    private static final long NOW_S = HandClock.START_EPOCH_S;

    private final HandClock clock = new HandClock();
    private final RecordingRing ring = new RecordingRing();
    private final RecordingSink outbox = new RecordingSink();
    private Counters counters = new Counters();
    private UpdateGate gate = gate(Messages.USER, Set.of());

    @Test
    void shouldPutACommandIntoTheRingAndSaySo() {
        on("/buy btcusdt 0.5 65000", 1, NOW_S - 1);

        assertThat(ring.commands()).containsExactly("buy BTCUSDT 0.5 65000");
        assertThat(outbox.replies()).containsExactly(
            Reply.to(Origin.telegram(Messages.USER, Messages.USER, 0, 1), Verb.BUY, "✓ buy queued"));
    }

    @Test
    void shouldFillEveryFieldOfTheCommand() {
        on("/status", 17, NOW_S - 2);

        Command command = ring.event(0).command();
        assertThat(command.origin()).isEqualTo(Origin.telegram(Messages.USER, Messages.USER, 0, 17));
        assertThat(command.updateId()).isEqualTo(1017);
        assertThat(command.sentEpochMs()).isEqualTo((NOW_S - 2) * 1_000);
        assertThat(command.receivedEpochNs()).isEqualTo(TimeUnit.SECONDS.toNanos(NOW_S));
    }

    @Test
    void shouldAnswerInTheForumTopic() {
        counters = new Counters();
        gate = gate(Messages.GROUP, Set.of(Messages.USER));
        ObjectNode message = Messages.typedInGroup(5, NOW_S, "/status").put("is_topic_message", true)
            .put("message_thread_id", 77);

        gate.onUpdate(1, update(message), FakeTelegram.USERNAME);

        assertThat(outbox.replies()).singleElement().returns(77L, (Reply reply) -> reply.to().threadId());
    }

    @Test
    void shouldNotTakeAReplyThreadForATopic() {
        counters = new Counters();
        gate = gate(Messages.GROUP, Set.of(Messages.USER));
        ObjectNode message = Messages.typedInGroup(5, NOW_S, "/status").put("message_thread_id", 77);

        gate.onUpdate(1, update(message), FakeTelegram.USERNAME);

        assertThat(outbox.replies()).singleElement().returns(0L, (Reply reply) -> reply.to().threadId());
    }

    @Test
    void shouldSayBusyWhenTheRingIsFull() {
        ring.fill();

        on("/status", 1, NOW_S);

        assertThat(outbox.texts()).containsExactly(
            "✗ busy, status not executed: the pipeline did not take it within 2 s");
    }

    @Test
    void shouldRunACommandOnlyOnceHoweverOftenDelivered() {
        on("/buy BTCUSDT 1", 1, NOW_S);
        gate.onUpdate(99_999, update(Messages.typed(1, NOW_S, "/buy BTCUSDT 1")), FakeTelegram.USERNAME);

        assertThat(ring.commands()).hasSize(1);
        assertThat(outbox.replies()).hasSize(1);
        assertThat(Tally.of(counters, "telegram duplicates ignored")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/buy BTCUSDT 1", "/sell BTCUSDT all", "/start", "/closeall", "/strategy on",
        "/strategy set fast=20"})
    void shouldExpireWhatTradesAfterThirtySeconds(String text) {
        on(text, 1, NOW_S - 30);
        on(text, 2, NOW_S - 31);

        assertThat(ring.commands()).hasSize(1);
        assertThat(outbox.texts().get(1)).contains("expired, not executed: sent 31 s ago");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/help", "/stop", "/pause", "/cancel all", "/cancel 1", "/orders", "/positions",
        "/balance", "/pnl", "/trades 5", "/why 1"})
    void shouldExpireOtherCommandsAfterFiveMinutes(String text) {
        on(text, 1, NOW_S - 300);
        on(text, 2, NOW_S - 301);

        assertThat(ring.commands()).hasSize(1);
        assertThat(outbox.texts().get(1)).contains("expired, not executed: sent 301 s ago");
    }

    @Test
    void shouldNotRunACommandOfYesterday() {
        on("/buy BTCUSDT 1", 1, NOW_S - 86_400);

        assertThat(ring.commands()).isEmpty();
        assertThat(outbox.texts()).containsExactly("✗ buy expired, not executed: sent 86400 s ago");
    }

    @ParameterizedTest
    @EnumSource
    void shouldKnowOfEachVerbHowOldItMayBe(Verb verb) {
        String text = "/" + verb.word() + switch (verb) {
            case BUY, SELL -> " BTCUSDT 1";
            case CANCEL, WHY -> " 1";
            default -> "";
        };

        long expiryS = TimeUnit.MILLISECONDS.toSeconds(verb.expiry().ms());
        on(text, 1, NOW_S - expiryS - 1);
        on(text, 2, NOW_S - expiryS);

        assertThat(ring.commands()).singleElement().asString().startsWith(text.substring(1));
    }

    @Test
    void shouldNotTradeOnACommandFromTheFuture() {
        on("/buy BTCUSDT 1", 1, NOW_S + 5);
        on("/buy BTCUSDT 1", 2, NOW_S + 6);
        on("/stop", 3, NOW_S + 6);

        assertThat(ring.commands()).containsExactly("buy BTCUSDT 1", "stop");
        assertThat(outbox.texts().get(1)).contains("dated 6 s ahead");
    }

    @Test
    void shouldAnswerMistakesAtOnce() {
        on("/buy BTCUSDT 1,5", 1, NOW_S);
        on("/fe", 2, NOW_S);

        assertThat(ring.commands()).isEmpty();
        assertThat(outbox.texts()).hasSize(2).allMatch(text -> text.startsWith("✗"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edited_message", "channel_post", "edited_channel_post", "business_message",
        "guest_message", "something_new"})
    void shouldNeverRunOtherKindsOfUpdates(String kind) {
        ObjectNode update = JsonNodeFactory.instance.objectNode();
        update.set(kind, Messages.typed(1, NOW_S, "/buy BTCUSDT 1"));

        gate.onUpdate(1, update, FakeTelegram.USERNAME);

        assertThat(ring.commands()).isEmpty();
        assertThat(outbox.replies()).isEmpty();
        assertThat(Tally.of(counters, "telegram updates ignored")).isEqualTo(1);
    }

    @Test
    void shouldIgnoreTextThatTelegramDidNotMarkAsACommand() {
        ObjectNode unmarked = Messages.typed(1, NOW_S, "/stop");
        unmarked.remove("entities");
        ObjectNode later = Messages.typed(2, NOW_S, "/stop");
        ((ObjectNode) later.path("entities").path(0)).put("offset", 6);
        ObjectNode caption = Messages.typed(3, NOW_S, "/stop");
        caption.set("caption", caption.remove("text"));

        gate.onUpdate(1, update(unmarked), FakeTelegram.USERNAME);
        gate.onUpdate(2, update(later), FakeTelegram.USERNAME);
        gate.onUpdate(3, update(caption), FakeTelegram.USERNAME);

        assertThat(ring.commands()).isEmpty();
        assertThat(outbox.replies()).isEmpty();
    }

    @Test
    void shouldLeaveCommandsOfOtherBotsAlone() {
        on("/stop@OtherBot", 1, NOW_S);

        assertThat(ring.commands()).isEmpty();
        assertThat(outbox.replies()).isEmpty();
    }

    @Test
    void shouldAnswerForwardedCommandsWithoutRunningThem() {
        ObjectNode message = Messages.typed(1, NOW_S, "/stop");
        message.putObject("forward_origin").put("type", "user");

        gate.onUpdate(1, update(message), FakeTelegram.USERNAME);

        assertThat(ring.commands()).isEmpty();
        assertThat(outbox.texts()).singleElement().asString().contains("not executed");
    }

    @Test
    void shouldMeetStrangersWithSilenceAndOneAlertAnHour() {
        onStranger(1);
        onStranger(2);
        clock.passMs(TimeUnit.MINUTES.toMillis(61));
        onStranger(3);

        assertThat(ring.commands()).isEmpty();
        assertThat(outbox.replies()).hasSize(2).allSatisfy(alert -> {
            assertThat(alert.to().chatId()).isEqualTo(Messages.USER);
            assertThat(alert.kind()).isEqualTo(Reply.Kind.ALERT);
            assertThat(PlainText.of(alert)).contains("user 666").doesNotContain("BTCUSDT");
        });
        assertThat(Tally.of(counters, "telegram strangers rejected")).isEqualTo(3);
    }

    @Test
    void shouldRejectAMessageWithoutIds() {
        ObjectNode message = Messages.typed(1, NOW_S, "/stop");
        message.remove("message_id");

        assertThatThrownBy(() -> gate.onUpdate(1, update(message), FakeTelegram.USERNAME))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("message_id");
    }

    private void on(String text, long messageId, long sentEpochS) {
        gate.onUpdate(1_000 + messageId, update(Messages.typed(messageId, sentEpochS, text)), FakeTelegram.USERNAME);
    }

    private void onStranger(long messageId) {
        ObjectNode message = Messages.typed(messageId, NOW_S, "/buy BTCUSDT 1");
        message.putObject("from").put("id", 666).put("is_bot", false);
        message.putObject("chat").put("id", 666).put("type", "private");
        gate.onUpdate(messageId, update(message), FakeTelegram.USERNAME);
    }

    private UpdateGate gate(long chatId, Set<Long> userIds) {
        TelegramConfig config = TelegramConfig.of("http://127.0.0.1:1", FakeTelegram.TOKEN, chatId, userIds);
        CommandGate commands = new CommandGate("telegram", new CommandParser(Symbols.of("BTCUSDT")), ring, outbox,
            HandTiming.of(clock).epochNsClock(), counters);
        return new UpdateGate(config, commands, outbox, HandTiming.of(clock), counters);
    }

    private static ObjectNode update(ObjectNode message) {
        ObjectNode update = JsonNodeFactory.instance.objectNode();
        update.set("message", message);
        return update;
    }
}
