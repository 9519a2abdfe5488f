package io.ringside.telegram.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringside.core.command.CommandGate;
import io.ringside.core.command.ParsedCommand;
import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.RateLimitedLog;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.telegram.api.Timing;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles one update: enters its command into the ring, answers why not, or ignores it.
 *
 * <p>Only new messages that Telegram itself marked as a command are considered. Edits never run anything: they carry
 * the old text under a new update id, and can appear without a change of the text.
 *
 * <p><em>Threading:</em> the poll thread.
 */
final class UpdateGate {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateGate.class);

    private final AccessPolicy policy;
    private final CommandGate commands;
    private final ReplySink outbox;
    private final HourlyAlert strangerAlert;
    private final RateLimitedLog strangerLog;
    private final RecentMessages recent = new RecentMessages();
    private final Counter ignored;
    private final Counter strangers;
    private final Counter duplicates;

    UpdateGate(TelegramConfig config, CommandGate commands, ReplySink outbox, Timing timing, Counters counters) {
        this.policy = new AccessPolicy(config);
        this.commands = commands;
        this.outbox = outbox;
        this.strangerAlert = new HourlyAlert(config.chatId(), outbox, timing.nanoClock());
        this.strangerLog = new RateLimitedLog(timing.nanoClock());
        this.ignored = counters.counter("telegram updates ignored");
        this.strangers = counters.counter("telegram strangers rejected");
        this.duplicates = counters.counter("telegram duplicates ignored");
    }

    /**
     * @param botUsername as getMe named it
     * @throws IllegalArgumentException for an update that cannot be read
     */
    void onUpdate(long updateId, JsonNode update, String botUsername) {
        JsonNode body = update.path("message");
        if (body.isMissingNode()) {
            ignored.increment();
            return;
        }
        IncomingMessage message = IncomingMessage.from(body);
        ParsedCommand parsed = message.command() ? commands.read(message.text(), botUsername)
            : new ParsedCommand.NotForUs();
        if (parsed instanceof ParsedCommand.NotForUs) {
            ignored.increment();
            return;
        }
        AccessPolicy.Verdict verdict = policy.judge(message);
        if (verdict == AccessPolicy.Verdict.STRANGER) {
            onStranger(message);
        } else if (!recent.add(message.chatId(), message.messageId())) {
            duplicates.increment();
        } else if (verdict == AccessPolicy.Verdict.RELAYED) {
            outbox.offer(Reply.answer(message.origin(),
                "✗ forwarded or scheduled, not executed: type the command yourself"));
        } else {
            commands.enter(parsed, message.origin(), updateId, TimeUnit.SECONDS.toMillis(message.sentEpochS()));
        }
    }

    private void onStranger(IncomingMessage message) {
        strangers.increment();
        if (strangerLog.permits()) {
            LOG.warn("user {} in chat {} may not command, ignored ({} more since the last line)",
                message.fromId(), message.chatId(), strangerLog.leftOut());
        }
        strangerAlert.offer("⚠ user " + message.fromId() + " in chat " + message.chatId()
            + " sent a command and may not; nothing was executed. Further ones within an hour are only counted.");
    }
}
