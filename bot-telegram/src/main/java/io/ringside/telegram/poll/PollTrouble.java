package io.ringside.telegram.poll;

import io.ringside.core.runtime.Backoff;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.RateLimitedLog;
import io.ringside.telegram.api.ApiAnswer;
import io.ringside.telegram.api.Timing;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How to handle a failed poll: how long to wait, and whom to alert.
 *
 * <p><em>Threading:</em> the poll thread.
 */
final class PollTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(PollTrouble.class);
    private static final long FIRST_CEILING_MS = 500;
    private static final long LAST_CEILING_MS = 30_000;
    private static final long CONFLICT_FLOOR_MS = 5_000;
    private static final long CONFLICT_LAST_CEILING_MS = 55_000;
    private static final long RETRY_AFTER_JITTER_MS = 1_000;

    private final RandomGenerator random;
    private final Backoff backoff;
    private final Backoff conflictBackoff;
    private final RateLimitedLog log;
    private final RateLimitedLog conflictLog;
    private final HourlyAlert conflictAlert;
    private final Counter failures;
    private final Counter conflicts;
    private boolean failing;

    PollTrouble(HourlyAlert conflictAlert, Timing timing, Counters counters) {
        this.conflictAlert = conflictAlert;
        this.random = timing.random();
        this.backoff = new Backoff(FIRST_CEILING_MS, LAST_CEILING_MS, random);
        this.conflictBackoff = new Backoff(CONFLICT_FLOOR_MS, CONFLICT_LAST_CEILING_MS, random);
        this.log = new RateLimitedLog(timing.nanoClock());
        this.conflictLog = new RateLimitedLog(timing.nanoClock());
        this.failures = counters.counter("telegram polls failed");
        this.conflicts = counters.counter("telegram poll conflicts");
    }

    void onSuccess() {
        backoff.reset();
        conflictBackoff.reset();
        if (failing) {
            failing = false;
            LOG.info("Telegram answers again");
        }
    }

    /** Returns how long to wait before the next try. */
    long onFailure(ApiAnswer answer) {
        if (answer.isConflict()) {
            return onConflict(answer);
        }
        failures.increment();
        failing = true;
        long delayMs = answer.isTooMany()
            ? answer.pauseMs() + random.nextLong(RETRY_AFTER_JITTER_MS)
            : backoff.nextDelayMs();
        if (log.permits()) {
            LOG.warn("Telegram poll failed ({} {}), next try in {} ms ({} more failures since the last line)",
                answer.code(), answer.text(), delayMs, log.leftOut());
        }
        return delayMs;
    }

    private long onConflict(ApiAnswer answer) {
        conflicts.increment();
        failing = true;
        long delayMs = CONFLICT_FLOOR_MS + conflictBackoff.nextDelayMs();
        if (conflictLog.permits()) {
            LOG.warn("another poller or a webhook uses this token ({}): commands may reach it instead of this process,"
                + " next try in {} ms ({} more conflicts since the last line)", answer.text(), delayMs,
                conflictLog.leftOut());
        }
        conflictAlert.offer("⚠ another poller uses this token, or a webhook was set (409 Conflict): commands may be"
            + " lost to it. Stop the other copy; if it is not yours, revoke the token with @BotFather.");
        return delayMs;
    }
}
