package io.ringside.trading.engine;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.trading.journal.JournalRunner;
import io.ringside.trading.ledger.Ledger;
import io.ringside.trading.ledger.LedgerRecord;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ledger up to date: once a second it appends what the journal has got since. The ring has no part in it, and
 * the journal keeps every segment that has not been read and brought to the disk.
 *
 * <p>While the ledger cannot be written, users are told once, and it is tried again each second.
 *
 * <p><em>Threading:</em> {@link #catchUp}, {@link #start} and {@link #close} by the owner, who holds the journal's
 * lock; {@link #neededFrom} by any thread; the rest is the thread {@code ledger-io}.
 */
final class LedgerIo implements Agent, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerIo.class);
    private static final long IDLE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int CLOSE_TIMEOUT_MS = 5_000;

    private final Ledger ledger;
    private final LedgerTail tail;
    private final Consumer<String> alerts;
    private final Counter missing;
    private final JournalRunner runner = new JournalRunner(this, this::onDeath, IDLE_NS, CLOSE_TIMEOUT_MS);
    private LedgerRecord pending;
    private volatile long neededFrom;
    private boolean failed;

    /** {@code alerts} takes what users have to know. */
    LedgerIo(Path directory, StrategyTypes types, Consumer<String> alerts, Counters counters) throws IOException {
        this.ledger = Ledger.open(directory);
        this.tail = new LedgerTail(directory, types, ledger.state());
        this.alerts = alerts;
        this.missing = counters.counter("executions not in the ledger");
        ledger.repairs().forEach(text -> alerts.accept("⚠ " + text));
    }

    /** Appends what the ledger lacks; throws {@link IOException} if it cannot be written. */
    void catchUp() throws IOException {
        drain();
    }

    void start() {
        runner.start();
    }

    /** Segments of the journal from that number on are still to be read. */
    long neededFrom() {
        return neededFrom;
    }

    @Override
    public String roleName() {
        return ThreadNames.LEDGER_IO;
    }

    @Override
    public int doWork() {
        try {
            drain();
            if (failed) {
                failed = false;
                alerts.accept("✓ the ledger is written again");
            }
        } catch (IOException | RuntimeException failure) {
            onFailure(failure);
        }
        return 0;
    }

    /** Takes what was journaled last. */
    @Override
    public void onClose() {
        try (ledger; tail) {
            drain();
            ledger.force();
        } catch (IOException | RuntimeException failure) {
            LOG.warn("the ledger could not be completed, the next start will do it", failure);
        }
    }

    /** When nothing more is journaled. Waits at most 5 s. */
    @Override
    public void close() {
        if (!runner.close()) {
            LOG.warn("ledger-io has not ended in time, the next start completes the ledger");
        }
    }

    private void drain() throws IOException {
        for (LedgerRecord next = nextRecord(); next != null; next = nextRecord()) {
            ledger.append(next);
            pending = null;
            if (next instanceof LedgerRecord.Gap gap) {
                tellOf(gap);
            } else if (next instanceof LedgerRecord.Reached) {
                release();
            }
        }
        release();
    }

    private LedgerRecord nextRecord() throws IOException {
        if (pending == null) {
            pending = tail.next();
        }
        return pending;
    }

    /** All that was read so far is in the ledger. */
    private void release() throws IOException {
        if (tail.segmentNumber() != neededFrom) {
            ledger.force();
            neededFrom = tail.segmentNumber();
        }
    }

    private void tellOf(LedgerRecord.Gap gap) {
        missing.add(gap.executions());
        alerts.accept("⚠ " + gap.executions() + " executions are not in the ledger, between "
            + (gap.fromEpochNs() == 0 ? "the first start" : time(gap.fromEpochNs())) + " and " + time(gap.epochNs())
            + ": the journal did not hold them any more. Balances, positions and /pnl include them");
    }

    private static Instant time(long epochNs) {
        return Instant.ofEpochSecond(TimeUnit.NANOSECONDS.toSeconds(epochNs));
    }

    private void onFailure(Exception failure) {
        if (!failed) {
            failed = true;
            LOG.error("the ledger cannot be written, trying again each second", failure);
            alerts.accept("⚠ the ledger cannot be written: " + failure.getMessage() + ". Trading goes on; until this "
                + "ends, the journal keeps all executions and grows");
        }
    }

    private void onDeath(Error error) {
        alerts.accept("⚠ the ledger is not written any more: " + error + ". Trading goes on, the journal keeps all "
            + "executions and grows; a restart completes the ledger");
    }
}
