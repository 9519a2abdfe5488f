package io.ringside.binance.rules;

import io.ringside.binance.rules.ExchangeInfo.Fetched;
import io.ringside.core.runtime.Backoff;
import io.ringside.trading.market.Instrument;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * When the venue is asked again, and what becomes of its answers: while it does not answer or rules are missing after
 * at most a minute, while it takes no orders for a symbol after at most five, otherwise after one and a half to three
 * hours. A longer wait that it asks for is kept to.
 *
 * <p><em>Threading:</em> one thread.
 */
final class RulesWatch {

    static final long FIRST_RETRY_MS = 1_000;
    static final long LAST_RETRY_MS = TimeUnit.MINUTES.toMillis(1);
    static final long CLOSED_MS = TimeUnit.MINUTES.toMillis(5);
    static final long FRESH_MS = TimeUnit.HOURS.toMillis(3);
    /** Until changes that found no room are offered again. */
    static final long UNPUBLISHED_MS = 1_000;

    private final Supplier<Fetched> venue;
    private final KnownRules known;
    private final Predicate<Instrument> ring;
    private final Consumer<String> alerts;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Queue<Instrument> changes = new ArrayDeque<>();
    private final Queue<String> notes = new ArrayDeque<>();
    private long dueNs;

    /**
     * @param venue  asks the venue about all symbols
     * @param ring   publishes a change; false if it cannot
     * @param alerts tells users, after the changes that it is about
     */
    RulesWatch(Supplier<Fetched> venue, KnownRules known, Predicate<Instrument> ring, Consumer<String> alerts,
               RandomGenerator random) {
        this.venue = venue;
        this.known = known;
        this.ring = ring;
        this.alerts = alerts;
        this.random = random;
        this.backoff = new Backoff(FIRST_RETRY_MS, LAST_RETRY_MS, random);
    }

    /** The first request of the run was answered like that. */
    void begin(Fetched fetched, long nowNs) {
        schedule(fetched, nowNs);
    }

    /** Does what is due, and returns how long nothing is. */
    long run(long nowNs) {
        if (changes.isEmpty() && nowNs - dueNs >= 0) {
            Fetched fetched = venue.get();
            RuleNotes news = new RuleNotes();
            changes.addAll(known.update(fetched, news));
            notes.addAll(news.lines());
            schedule(fetched, nowNs);
        }
        return publish() ? dueNs - nowNs : TimeUnit.MILLISECONDS.toNanos(UNPUBLISHED_MS);
    }

    private boolean publish() {
        while (!changes.isEmpty()) {
            if (!ring.test(changes.peek())) {
                return false;
            }
            changes.remove();
        }
        while (!notes.isEmpty()) {
            alerts.accept(notes.remove());
        }
        return true;
    }

    private void schedule(Fetched fetched, long nowNs) {
        long delayMs;
        if (!fetched.failure().isEmpty() || known.isAnyMissing(fetched)) {
            delayMs = backoff.nextDelayMs();
        } else {
            backoff.reset();
            delayMs = spread(known.isAnyClosed() ? CLOSED_MS : FRESH_MS);
        }
        dueNs = nowNs + TimeUnit.MILLISECONDS.toNanos(Math.max(delayMs, fetched.waitMs()));
    }

    /** Between half of it and all of it: not everybody asks at once. */
    private long spread(long ms) {
        return ms / 2 + random.nextLong(ms / 2 + 1);
    }
}
