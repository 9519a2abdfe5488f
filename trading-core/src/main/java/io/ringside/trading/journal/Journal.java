package io.ringside.trading.journal;

import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.route.EventListener;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.DecisionKind;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.journal.codec.DecisionEncoder;
import io.ringside.trading.journal.codec.RecordStaging;
import io.ringside.trading.journal.segment.JournalLock;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends events and decisions in ring order.
 *
 * <p>An event is appended before any other handler sees it, a decision before it takes effect. A full segment is rolled
 * before the next event. If no segment can be made (disk full, directory gone) or records cannot be forced, the journal
 * has failed: the owner is told, and records are dropped and counted until a segment with a new snapshot is made.
 *
 * <p><em>Threading:</em> begun by the owner, then used by the ring thread; {@link #awaitDurable} by any other thread;
 * closed after the ring thread has ended. Never waits for the disk, except when a segment was not prepared in time.
 */
public final class Journal implements EventListener, DecisionLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int TICK = EventType.TICK.code();
    private static final long IDLE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int CLOSE_TIMEOUT_MS = 5_000;

    private final SegmentRoll roll;
    private final JournalIo io;
    private final JournalRunner runner;
    private final JournalLock lock;
    private final boolean ticks;
    private final boolean forces;
    private final Counter appended;
    private final Counter dropped;
    private final RecordStaging events = new RecordStaging();
    private final DecisionEncoder decisions = new DecisionEncoder();
    /** Fields of its own, so that a tick needs no other object: null and negative while failed. */
    private Segment segment;
    private int rollAbove = -1;
    private boolean closed;

    Journal(JournalConfig config, SegmentRoll roll, JournalIo io, JournalLock lock, Counters counters) {
        this.roll = roll;
        this.io = io;
        this.runner = new JournalRunner(io, io::onDeath, IDLE_NS, CLOSE_TIMEOUT_MS);
        this.lock = lock;
        this.ticks = config.ticks();
        this.forces = config.force() == ForceMode.ORDERS;
        this.appended = counters.counter("records journaled");
        this.dropped = counters.counter("records not journaled");
        adopt();
    }

    /** Starts the thread {@code journal-io}. */
    void start() {
        runner.start();
    }

    @Override
    public void onEvent(PipelineEvent event, long sequence) {
        int type = event.typeCode();
        if (type == TICK && !ticks) {
            return;
        }
        int length = events.stage(event);
        boolean begun = rollAbove < 0 || segment.position() + RecordLayout.padded(length) > rollAbove;
        if (begun && !begin(sequence)) {
            dropped.increment();
            return;
        }
        events.appendTo(segment, length, sequence);
        appended.increment();
        if (begun) {
            roll.onAppended();
        }
        if (forces && RecordStaging.isForced(type)) {
            force();
        }
    }

    @Override
    public void record(Decision decision, long sequence) {
        int length = decisions.stage(decision);
        if (segment == null || !segment.fits(length) && !continueBehind(sequence)) {
            dropped.increment();
            return;
        }
        decisions.appendTo(segment, length, sequence);
        appended.increment();
        if (forces && DecisionKind.of(decision).isForced()) {
            force();
        }
    }

    /**
     * The end of the last record, in bytes since the journal was opened: what to pass to {@link #awaitDurable}. While
     * the journal has failed it is {@link Long#MAX_VALUE}, which is never durable.
     */
    @Override
    public long position() {
        return segment == null ? Long.MAX_VALUE : roll.base() + segment.position();
    }

    /** True between {@link JournalOwner#onFailure} and {@link JournalOwner#onRecovered}. */
    public boolean isFailed() {
        return segment == null;
    }

    /**
     * Waits until all records before {@code position} would survive a power loss. False if that takes longer than the
     * timeout, if they cannot be forced, or with {@link ForceMode#NEVER}. Not for the ring thread.
     */
    public boolean awaitDurable(long position, long timeoutNs) throws InterruptedException {
        return io.awaitDurable(position, timeoutNs);
    }

    /**
     * Ends the last segment and the thread {@code journal-io}; forces unless {@link ForceMode#NEVER}. Waits at most 5 s
     * for a disk that does not answer; the next run then repairs the end and this process keeps the lock.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        release();
        roll.close();
        if (!runner.close()) {
            LOG.warn("journal-io has not ended in time, the next run repairs the end of the journal");
            return;
        }
        try {
            roll.end(lock);
            lock.close();
        } catch (IOException failure) {
            LOG.warn("journal could not be closed cleanly, the next run repairs it: {}", failure.toString());
        }
    }

    /** What the thread {@code journal-io} runs. */
    JournalIo io() {
        return io;
    }

    /** Writes to the segment that the roll has reached. */
    private void adopt() {
        segment = roll.segment();
        rollAbove = roll.rollAbove();
    }

    /** No segment meanwhile: an owner that is told of a failure may decide, and its decisions come here. */
    private void release() {
        segment = null;
        rollAbove = -1;
    }

    /** A new segment after a full one, a continuation or a failure; false if there is none yet. */
    private boolean begin(long sequence) {
        release();
        boolean begun = roll.begin(sequence);
        adopt();
        if (begun) {
            runner.wake();
        }
        return begun;
    }

    private boolean continueBehind(long sequence) {
        release();
        boolean begun = roll.continueBehind(sequence);
        adopt();
        runner.wake();
        return begun;
    }

    private void force() {
        String ioFailure = io.failure();
        if (ioFailure != null) {
            release();
            roll.fail(ioFailure);
            adopt();
            runner.wake();
            return;
        }
        io.requestForce(position());
        runner.wake();
    }
}
