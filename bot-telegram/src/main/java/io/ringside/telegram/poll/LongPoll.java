package io.ringside.telegram.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.Fatal;
import io.ringside.telegram.api.ApiAnswer;
import io.ringside.telegram.api.ApiAnswer.Outcome;
import io.ringside.telegram.api.TelegramApi;
import io.ringside.telegram.api.TelegramConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation with Telegram, one call per step: getMe, deleteWebhook, then getUpdates for ever.
 *
 * <p>The offset follows the server, downwards too: after a quiet week update ids restart at random, and an offset
 * in the future is ignored. An update is confirmed by the poll after the one that brought it.
 *
 * <p><em>Threading:</em> the poll thread; {@link #cancel()} from any.
 */
final class LongPoll {

    /** Returned by {@link #step()} when no further step can succeed. */
    static final long STOPPED = -1;

    private static final Logger LOG = LoggerFactory.getLogger(LongPoll.class);
    private static final int BATCH = 100;
    private static final long LAST_CALL_TIMEOUT_MS = 2_000;

    private final long pollTimeoutS;
    private final TelegramApi api;
    private final UpdateGate gate;
    private final PollTrouble trouble;
    private final Fatal onFatal;
    private final Counter unreadable;
    private volatile boolean cancelled;
    private Phase phase = Phase.GREET;
    private String botUsername;
    private long offset;
    private long confirmedOffset;

    LongPoll(TelegramConfig config, TelegramApi api, UpdateGate gate, PollTrouble trouble, Fatal onFatal,
             Counters counters) {
        this.pollTimeoutS = config.pollTimeoutS();
        this.api = api;
        this.gate = gate;
        this.trouble = trouble;
        this.onFatal = onFatal;
        this.unreadable = counters.counter("telegram updates unreadable");
    }

    /** One call. Returns the milliseconds to wait before the next step, or {@link #STOPPED}. */
    long step() {
        return switch (phase) {
            case GREET -> greet();
            case CLEAR_WEBHOOK -> clearWebhook();
            case POLL -> poll();
            case REJECTED -> STOPPED;
        };
    }

    /** Cancels the call in progress and leaves the rest of its batch unconfirmed. */
    void cancel() {
        cancelled = true;
        api.cancel();
    }

    /**
     * Confirms what was handled since the last poll. What Telegram hands over in return was not confirmed and comes
     * again, so it is left unread.
     */
    void confirm() {
        if (phase == Phase.POLL && offset != confirmedOffset) {
            ApiAnswer answer = api.forLastCall(LAST_CALL_TIMEOUT_MS).call("getUpdates", updatesFrom(0, 1));
            if (!answer.isOk()) {
                LOG.warn("last updates not confirmed ({}), Telegram will deliver them again", answer.text());
            }
        }
    }

    void close() {
        api.close();
    }

    private long greet() {
        ApiAnswer answer = api.call("getMe", JsonNodeFactory.instance.objectNode());
        JsonNode username = answer.result().path("username");
        if (answer.isOk() && username.isTextual()) {
            botUsername = username.textValue();
            LOG.info("Telegram bot {} @{}", answer.result().path("id").asLong(), botUsername);
            phase = Phase.CLEAR_WEBHOOK;
            return 0;
        }
        return onFailure(answer);
    }

    /** A webhook left behind would make every poll fail. Pending updates are kept: they deserve an answer. */
    private long clearWebhook() {
        ApiAnswer answer = api.call("deleteWebhook",
            JsonNodeFactory.instance.objectNode().put("drop_pending_updates", false));
        if (answer.isOk()) {
            phase = Phase.POLL;
            return 0;
        }
        return onFailure(answer);
    }

    private long poll() {
        long sentOffset = offset;
        ApiAnswer answer = api.call("getUpdates", updatesFrom(pollTimeoutS, BATCH));
        if (!answer.isOk() || !answer.result().isArray()) {
            if (answer.isConflict() && answer.text().contains("webhook")) {
                phase = Phase.CLEAR_WEBHOOK;
            }
            return onFailure(answer);
        }
        confirmedOffset = sentOffset;
        if (!handle(answer.result())) {
            return trouble.onFailure(ApiAnswer.failed(Outcome.UNKNOWN, answer.code(), "updates without update_id"));
        }
        trouble.onSuccess();
        return 0;
    }

    private ObjectNode updatesFrom(long timeoutS, int limit) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("timeout", timeoutS).put("limit", limit);
        if (offset != 0) {
            parameters.put("offset", offset);
        }
        parameters.putArray("allowed_updates").add("message");
        return parameters;
    }

    /** Returns false when no update of the batch moved the offset, which would bring the same batch for ever. */
    private boolean handle(JsonNode updates) {
        boolean moved = updates.isEmpty();
        for (JsonNode update : updates) {
            if (cancelled) {
                return true;
            }
            JsonNode id = update.path("update_id");
            if (!id.isIntegralNumber() || !id.canConvertToLong()) {
                unreadable.increment();
                LOG.warn("an update without update_id is skipped");
                continue;
            }
            handle(id.longValue(), update);
            offset = id.longValue() + 1;
            moved = true;
        }
        return moved;
    }

    private void handle(long updateId, JsonNode update) {
        try {
            gate.onUpdate(updateId, update, botUsername);
        } catch (RuntimeException failure) {
            unreadable.increment();
            LOG.warn("update {} cannot be handled and is skipped", updateId, failure);
        }
    }

    private long onFailure(ApiAnswer answer) {
        if (cancelled) {
            return STOPPED;
        }
        if (answer.rejectsToken()) {
            phase = Phase.REJECTED;
            onFatal.end("Telegram rejects the token (" + answer.code() + " " + answer.text()
                + "): check TG_BOT_TOKEN", false);
            return STOPPED;
        }
        return trouble.onFailure(answer);
    }

    private enum Phase { GREET, CLEAR_WEBHOOK, POLL, REJECTED }
}
