package io.ringside.core.journal;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.route.EventListener;
import io.ringside.core.runtime.Counters;
import io.ringside.core.trade.Decision;
import io.ringside.core.trade.DecisionLog;
import java.io.IOException;

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

    private Journal() {
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
        throw new UnsupportedOperationException();
    }

    @Override
    public void onEvent(PipelineEvent event, long sequence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void record(Decision decision, long sequence) {
        throw new UnsupportedOperationException();
    }

    /** Behind the last record, in bytes since the journal was opened: what to hand to {@link #awaitDurable}. */
    public long position() {
        throw new UnsupportedOperationException();
    }

    /** True between {@link JournalOwner#onFailure} and {@link JournalOwner#onRecovered}. */
    public boolean isFailed() {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits until all records before {@code position} would survive a power loss; false when that took longer, the
     * journal has failed, or it never forces. Not for the ring thread.
     */
    public boolean awaitDurable(long position, long timeoutNs) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Ends the last segment and the thread {@code journal-io}; forces unless {@link ForceMode#NEVER}. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
