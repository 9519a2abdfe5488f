package io.ringside.telegram.send;

import io.ringside.core.command.Reply;
import io.ringside.core.runtime.Backoff;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.RateLimitedLog;
import io.ringside.telegram.api.ApiAnswer;
import io.ringside.telegram.api.TelegramApi;
import io.ringside.telegram.api.Timing;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one message a step, and decides what a failure means for it. Telegram knows no idempotency key, so only what
 * surely was not sent is sent again; a message whose fate is unknown is counted and dropped.
 *
 * <p><em>Threading:</em> the send thread.
 */
final class Delivery {

    /** Answer of {@link #step()} when nothing waits. */
    static final long IDLE = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final long ALERT_MAX_AGE_NS = TimeUnit.MINUTES.toNanos(5);
    private static final long FIRST_CEILING_MS = 500;
    private static final long LAST_CEILING_MS = 30_000;
    private static final long RETRY_AFTER_JITTER_MS = 1_000;

    private final TelegramApi api;
    private final SendQueue queue;
    private final SendPacer pacer;
    private final LongSupplier nanoClock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final RateLimitedLog log;
    private final Counter sent;
    private final Counter repeated;
    private final Counter rejected;
    private final Counter unknown;
    private final Counter expired;

    Delivery(TelegramApi api, SendQueue queue, Timing timing, Counters counters) {
        this.api = api;
        this.queue = queue;
        this.nanoClock = timing.nanoClock();
        this.random = timing.random();
        this.pacer = new SendPacer(nanoClock);
        this.backoff = new Backoff(FIRST_CEILING_MS, LAST_CEILING_MS, random);
        this.log = new RateLimitedLog(nanoClock);
        this.sent = counters.counter("telegram messages sent");
        this.repeated = counters.counter("telegram sends repeated");
        this.rejected = counters.counter("telegram replies rejected");
        this.unknown = counters.counter("telegram sends of unknown outcome");
        this.expired = counters.counter("telegram alerts expired");
    }

    /** Returns how many nanoseconds to wait before the next step, 0 for none, or {@link #IDLE}. */
    long step() {
        OutgoingMessage message = queue.take();
        if (message == null) {
            return IDLE;
        }
        if (isExpired(message)) {
            expired.increment();
            return 0;
        }
        long waitNs = pacer.waitNs(message.reply().to().chatId());
        if (waitNs > 0) {
            queue.putBack(message);
            return waitNs;
        }
        pacer.onSend(message.reply().to().chatId());
        onAnswer(message, api.call("sendMessage", message.nextPart()));
        return 0;
    }

    private boolean isExpired(OutgoingMessage message) {
        return message.reply().kind() == Reply.Kind.ALERT
            && nanoClock.getAsLong() - message.offeredNs() > ALERT_MAX_AGE_NS;
    }

    private void onAnswer(OutgoingMessage message, ApiAnswer answer) {
        if (answer.isOk()) {
            sent.increment();
            backoff.reset();
            sendRestOf(message);
        } else if (answer.isSafeToRepeat()) {
            repeated.increment();
            pauseAfter(answer);
            report("sent again later", answer);
            queue.putBack(message);
        } else if (answer.outcome() == ApiAnswer.Outcome.UNKNOWN) {
            unknown.increment();
            pauseAfter(answer);
            report("it may have arrived, so it is not sent again", answer);
            sendRestOf(message);
        } else {
            rejected.increment();
            report("given up", answer);
        }
    }

    private void sendRestOf(OutgoingMessage message) {
        OutgoingMessage rest = message.afterNextPart();
        if (rest != null) {
            queue.putBack(rest);
        }
    }

    private void pauseAfter(ApiAnswer answer) {
        pacer.pause(answer.isTooMany()
            ? answer.pauseMs() + random.nextLong(RETRY_AFTER_JITTER_MS)
            : backoff.nextDelayMs());
    }

    private void report(String consequence, ApiAnswer answer) {
        if (log.permits()) {
            LOG.warn("a message was not delivered ({} {}): {} ({} more since the last line)", answer.code(),
                answer.text(), consequence, log.leftOut());
        }
    }
}
