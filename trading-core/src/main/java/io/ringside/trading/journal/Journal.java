package io.ringside.trading.journal;

import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.route.EventListener;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.journal.codec.DecisionEncoder;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.journal.codec.RecordStaging;
import io.ringside.trading.journal.segment.MappedSegments;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * Appends events and decisions in ring order.
 *
 * <p>An event is appended before anybody else sees it, a decision before it takes effect. A full segment is rolled
 * before the next event. When no segment can be made (disk full, directory gone) the journal has failed: the owner is
 * told, all records are dropped and counted until a segment can be made again; it then begins anew with a snapshot.
 *
 * <p><em>Threading:</em> opened by the owner, then used by the ring thread; {@link #awaitDurable} by any other; closed
 * after the ring thread has ended. Never waits for the disk, except when a segment was not prepared in time.
 */
public final class Journal implements EventListener, DecisionLog, AutoCloseable {

    private static final int TICK = EventType.TICK.code();
    private static final boolean[] FORCED = forcedEvents();
    private static final long POLL_NS = 20_000;

    private final SegmentRoll roll;
    private final JournalIo io;
    private final JournalThread thread;
    private final JournalClock clock;
    private final boolean ticks;
    private final boolean forces;
    private final Counter appended;
    private final Counter dropped;
    private final RecordStaging events = new RecordStaging();
    private final DecisionEncoder decisions = new DecisionEncoder();
    /** Its own variables, so that a tick finds them at hand: null and negative while failed. */
    private Segment segment;
    private int rollAbove = -1;

    Journal(JournalConfig config, SegmentRoll roll, JournalIo io, JournalClock clock, Counters counters) {
        this.roll = roll;
        this.io = io;
        this.thread = new JournalThread(io);
        this.clock = clock;
        this.ticks = config.ticks();
        this.forces = config.force() == ForceMode.ORDERS;
        this.appended = counters.counter("records journaled");
        this.dropped = counters.counter("records not journaled");
    }

    /**
     * Takes the directory's lock, cuts a torn tail off the last segment (logged), and begins a new segment with a
     * snapshot of the owner's state. Read what is to be recovered before.
     *
     * @throws IOException when another process writes there, the journal is damaged, or a segment cannot be made
     */
    public static Journal open(JournalConfig config, JournalRun run, JournalOwner owner, Counters counters)
        throws IOException {
        return open(config, run, owner, counters, JournalClock.SYSTEM);
    }

    /** As above, with a clock. */
    public static Journal open(JournalConfig config, JournalRun run, JournalOwner owner, Counters counters,
                               JournalClock clock) throws IOException {
        Journal journal = new JournalOpening(config, clock, counters).open(run, owner, MappedSegments::make);
        journal.thread.start();
        return journal;
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
        if (forces && FORCED[type]) {
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
        if (forces && decision.kind().isForced()) {
            force();
        }
    }

    /**
     * Behind the last record, in bytes since the journal was opened: what to hand to {@link #awaitDurable}. While
     * failed it is {@link Long#MAX_VALUE}, which is never durable.
     */
    public long position() {
        return segment == null ? Long.MAX_VALUE : roll.base() + segment.position();
    }

    /** True between {@link JournalOwner#onFailure} and {@link JournalOwner#onRecovered}. */
    public boolean isFailed() {
        return segment == null;
    }

    /**
     * Waits until all records before {@code position} would survive a power loss; false when that took longer, the
     * journal could not force them, or it never forces. Not for the ring thread.
     */
    public boolean awaitDurable(long position, long timeoutNs) throws InterruptedException {
        long startNs = clock.nanoClock().getAsLong();
        while (io.durable() < position) {
            if (!forces || position == Long.MAX_VALUE || io.forceFailure() != null
                || clock.nanoClock().getAsLong() - startNs >= timeoutNs) {
                return false;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while records are forced to the disk");
            }
            LockSupport.parkNanos(POLL_NS);
        }
        return true;
    }

    /** Ends the last segment and the thread {@code journal-io}; forces unless {@link ForceMode#NEVER}. */
    @Override
    public void close() {
        thread.close();
        letGo();
        if (thread.hasEnded()) {
            roll.close();
        }
    }

    /** Takes over the segment that the roll has come to. */
    void follow() {
        segment = roll.segment();
        rollAbove = roll.rollAbove();
    }

    /** The old segment is given up meanwhile: whoever is told of a failure may decide, and decisions come here. */
    private void letGo() {
        segment = null;
        rollAbove = -1;
    }

    /** A new segment after a full one, a continuation or a failure; false while there is none. */
    private boolean begin(long sequence) {
        letGo();
        boolean begun = roll.begin(sequence);
        follow();
        if (begun) {
            thread.wake();
        }
        return begun;
    }

    private boolean continueBehind(long sequence) {
        letGo();
        boolean begun = roll.continueBehind(sequence);
        follow();
        thread.wake();
        return begun;
    }

    /** By code: what a power loss must not take. */
    private static boolean[] forcedEvents() {
        boolean[] forced = new boolean[EventType.COUNT];
        for (EventType type : EventType.values()) {
            forced[type.code()] = switch (type) {
                case COMMAND -> true;
                case TICK, ORDER_ACK, FEED_STATE, TIMER -> false;
            };
        }
        return forced;
    }

    private void force() {
        if (io.forceFailure() != null) {
            letGo();
            roll.fail(SegmentRoll.CANNOT_FORCE + io.forceFailure());
            follow();
            thread.wake();
            return;
        }
        io.requestForce(position());
        thread.wake();
    }
}
