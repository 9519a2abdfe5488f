package io.ringside.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What became of one call.
 *
 * @param outcome     how it ended
 * @param result      the method's result; missing unless the outcome is OK
 * @param code        Telegram's error code or the HTTP status, 0 when there was no answer
 * @param text        what to say about it in a log; never holds the token
 * @param retryAfterS what Telegram asks to wait, 0 if nothing
 */
public record ApiAnswer(Outcome outcome, JsonNode result, int code, String text, long retryAfterS) {

    public enum Outcome {
        /** Telegram did it. */
        OK,
        /** Telegram answered in full that it did not. */
        REJECTED,
        /** The request surely never left this machine. */
        NOT_SENT,
        /** No full answer: it may have been done. */
        UNKNOWN
    }

    private static final long DEFAULT_RETRY_AFTER_S = 5;
    private static final long MAX_RETRY_AFTER_S = 3_600;

    public static ApiAnswer ok(JsonNode result) {
        return new ApiAnswer(Outcome.OK, result, 200, "ok", 0);
    }

    public static ApiAnswer failed(Outcome outcome, int code, String text) {
        return new ApiAnswer(outcome, MissingNode.getInstance(), code, text, 0);
    }

    public static ApiAnswer rejected(int code, String text, long retryAfterS) {
        return new ApiAnswer(Outcome.REJECTED, MissingNode.getInstance(), code, text, retryAfterS);
    }

    public boolean isOk() {
        return outcome == Outcome.OK;
    }

    /** Revoked, mistyped or logged out: no later call can succeed. */
    public boolean rejectsToken() {
        return outcome == Outcome.REJECTED && (code == 401 || code == 404);
    }

    public boolean isTooMany() {
        return outcome == Outcome.REJECTED && code == 429;
    }

    public boolean isConflict() {
        return outcome == Outcome.REJECTED && code == 409;
    }

    /** How long to stay silent after {@link #isTooMany()}: what Telegram asks for, within reason. */
    public long pauseMs() {
        return (retryAfterS < 1 ? DEFAULT_RETRY_AFTER_S : Math.min(retryAfterS, MAX_RETRY_AFTER_S)) * 1_000;
    }

    /** Surely not done, and worth another try. */
    public boolean isSafeToRepeat() {
        return outcome == Outcome.NOT_SENT || isTooMany() || outcome == Outcome.REJECTED && code >= 500;
    }
}
