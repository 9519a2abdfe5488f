package io.ringside.core.command;

import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.RateLimitedLog;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in for commands: every front end hands over what was typed, by whom and when, and each command ends as
 * one event in the ring and "queued", or as one answer that says why not.
 *
 * <p>After an outage a channel can hand over commands that are hours old. What trades, or lets trading resume, must be
 * fresh; /stop may be as old as a question, because halting late is safe.
 *
 * <p><em>Threading:</em> one gate for each front end, used by one thread. Waits at most {@link #PUBLISH_TIMEOUT_NS} for
 * room in the ring, then answers "busy, not executed".
 */
public final class CommandGate {

    public static final long PUBLISH_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(2);

    private static final Logger LOG = LoggerFactory.getLogger(CommandGate.class);
    private static final long CLOCK_TOLERANCE_MS = 5_000;

    private final CommandParser parser;
    private final Publisher ring;
    private final ReplySink replies;
    private final LongSupplier epochNsClock;
    private final RateLimitedLog clockLog;
    private final PipelineEvent event = new PipelineEvent();
    private final Counter accepted;
    private final Counter expired;
    private final Counter busy;

    /**
     * @param name         of the front end, in counters
     * @param replies      takes what is answered at once
     * @param epochNsClock wall clock in nanoseconds, for the age of commands
     */
    public CommandGate(String name, CommandParser parser, Publisher ring, ReplySink replies, LongSupplier epochNsClock,
                       Counters counters) {
        this.parser = parser;
        this.ring = ring;
        this.replies = replies;
        this.epochNsClock = epochNsClock;
        this.clockLog = new RateLimitedLog(epochNsClock);
        this.accepted = counters.counter(name + " commands accepted");
        this.expired = counters.counter(name + " commands expired");
        this.busy = counters.counter(name + " commands rejected busy");
    }

    /** What a typed line asks; enters nothing. As {@link CommandParser#parse(String, String)}. */
    public ParsedCommand read(String text, String ownName) {
        return parser.parse(text, ownName);
    }

    /**
     * Enters a command, or answers why not. What is not for us has no answer.
     *
     * @param updateId    the channel's own number of the delivery
     * @param sentEpochMs when the user sent it, by the channel's account
     */
    public void enter(ParsedCommand command, Origin origin, long updateId, long sentEpochMs) {
        if (command instanceof ParsedCommand.Rejected rejected) {
            replies.offer(Reply.answer(origin, rejected.answer()));
        } else if (command instanceof ParsedCommand.Accepted good) {
            enter(good, origin, updateId, sentEpochMs);
        }
    }

    private void enter(ParsedCommand.Accepted command, Origin origin, long updateId, long sentEpochMs) {
        long nowNs = epochNsClock.getAsLong();
        Verb verb = command.verb();
        String rejection = rejection(verb, TimeUnit.NANOSECONDS.toMillis(nowNs) - sentEpochMs);
        if (rejection != null) {
            expired.increment();
            replies.offer(Reply.to(origin, verb, rejection));
            return;
        }
        new CommandRequest(origin, updateId, verb, command.arguments().text(), sentEpochMs, nowNs)
            .writeTo(event.command());
        if (ring.publish(event, PUBLISH_TIMEOUT_NS,
            () -> replies.offer(Reply.to(origin, verb, "✓ " + verb.word() + " queued")))) {
            accepted.increment();
            return;
        }
        busy.increment();
        replies.offer(Reply.to(origin, verb, "✗ busy, " + verb.word()
            + " not executed: the pipeline did not take it within "
            + TimeUnit.NANOSECONDS.toSeconds(PUBLISH_TIMEOUT_NS) + " s"));
    }

    /** Why a command of that age must not run; null when it may. */
    private String rejection(Verb verb, long ageMs) {
        if (ageMs > verb.expiry().ms()) {
            return "✗ " + verb.word() + " expired, not executed: sent " + ageMs / 1_000 + " s ago";
        }
        if (ageMs >= -CLOCK_TOLERANCE_MS) {
            return null;
        }
        if (clockLog.permits()) {
            LOG.warn("a command is dated {} ms ahead of this machine's clock: check the clock, ages are wrong", -ageMs);
        }
        return verb.expiry() == Verb.Expiry.SOON
            ? "✗ " + verb.word() + " not executed: dated " + -ageMs / 1_000 + " s ahead, check this machine's clock"
            : null;
    }
}
