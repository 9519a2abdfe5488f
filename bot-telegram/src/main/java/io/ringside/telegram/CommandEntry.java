package io.ringside.telegram;

import io.ringside.core.event.CommandRequest;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Reply;
import io.ringside.core.event.ReplySink;
import io.ringside.core.event.Verb;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.RateLimitedLog;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step from a checked command to the ring: its age, the wait for a slot, and the one answer that follows at once.
 *
 * <p>After an outage Telegram hands over up to a day of old commands. What trades, or lets trading resume, must be
 * fresh; /stop may be as old as a question, because halting late is safe.
 *
 * <p><em>Threading:</em> the poll thread.
 */
final class CommandEntry {

    private static final Logger LOG = LoggerFactory.getLogger(CommandEntry.class);
    private static final long CLOCK_TOLERANCE_MS = 5_000;

    private final TelegramConfig config;
    private final Publisher ring;
    private final ReplySink outbox;
    private final Timing timing;
    private final RateLimitedLog clockLog;
    private final PipelineEvent event = new PipelineEvent();
    private final Counter accepted;
    private final Counter expired;
    private final Counter busy;

    CommandEntry(TelegramConfig config, Publisher ring, ReplySink outbox, Timing timing, Counters counters) {
        this.config = config;
        this.ring = ring;
        this.outbox = outbox;
        this.timing = timing;
        this.clockLog = new RateLimitedLog(timing.nanoClock());
        this.accepted = counters.counter("telegram commands accepted");
        this.expired = counters.counter("telegram commands expired");
        this.busy = counters.counter("telegram commands refused busy");
    }

    void enter(long updateId, IncomingMessage message, ParsedCommand.Accepted command) {
        long nowNs = timing.epochNsClock().getAsLong();
        long sentEpochMs = TimeUnit.SECONDS.toMillis(message.sentEpochS());
        Verb verb = command.verb();
        String refusal = refusal(verb, TimeUnit.NANOSECONDS.toMillis(nowNs) - sentEpochMs);
        if (refusal != null) {
            expired.increment();
            outbox.offer(Reply.to(message.origin(), verb, refusal));
            return;
        }
        event.command().set(new CommandRequest(message.origin(), updateId, verb, command.arguments(), sentEpochMs,
            nowNs));
        publish(message, verb);
    }

    /** Why a command of that age must not run; null when it may. */
    private String refusal(Verb verb, long ageMs) {
        if (ageMs > (verb.mustBeFresh() ? config.tradeMaxAgeMs() : config.queryMaxAgeMs())) {
            return "✗ " + verb.word() + " expired, not executed: sent " + ageMs / 1_000 + " s ago";
        }
        if (ageMs >= -CLOCK_TOLERANCE_MS) {
            return null;
        }
        if (clockLog.permits()) {
            LOG.warn("a command is dated {} ms ahead of this machine's clock: check the clock, ages are wrong", -ageMs);
        }
        return verb.mustBeFresh()
            ? "✗ " + verb.word() + " not executed: dated " + -ageMs / 1_000 + " s ahead, check this machine's clock"
            : null;
    }

    private void publish(IncomingMessage message, Verb verb) {
        boolean published = ring.publish(event, config.publishTimeoutNs(),
            () -> outbox.offer(Reply.to(message.origin(), verb, "✓ " + verb.word() + " queued")));
        if (published) {
            accepted.increment();
            return;
        }
        busy.increment();
        outbox.offer(Reply.to(message.origin(), verb, "✗ busy, " + verb.word()
            + " not executed: the pipeline did not take it within " + seconds(config.publishTimeoutNs()) + " s"));
    }

    private static String seconds(long ns) {
        return ns % 1_000_000_000L == 0 ? Long.toString(ns / 1_000_000_000L) : Double.toString(ns / 1e9);
    }
}
