package io.ringside.trading.journal;

import io.ringside.core.runtime.ThreadNames;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.JournalLock;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.Segment;
import io.ringside.trading.journal.segment.SegmentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.Agent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the journal does beside the ring thread: forces records to the disk, prepares the next segment, unmaps finished
 * segments, prunes, watches the room on the disk.
 *
 * <p><em>Threading:</em> the methods of {@link Agent} by {@code journal-io}; the other ones by the ring thread, unless
 * they say otherwise.
 */
final class JournalIo implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(JournalIo.class);
    private static final long POLL_NS = 20_000;

    /** A segment in use, and how many bytes the journal had before it. */
    record Placed(Segment segment, long number, long base, int startBytes, long epochNs, boolean selfContained) {

        long end() {
            return base + segment.position();
        }
    }

    private final JournalDirectory directory;
    private final SegmentSupply supply;
    private final Pruning pruning;
    private final JournalOwner owner;
    private final JournalLock lock;
    private final JournalClock clock;
    private final boolean forces;

    private final Queue<Placed> retired = new ConcurrentLinkedQueue<>();
    private volatile Placed current;
    private volatile long forceRequested;
    private volatile long durable;
    private volatile String failure;

    private long directoryForcedFor = -1;
    private long markedNumber;
    private boolean markFailed;

    JournalIo(JournalDirectory directory, ForceMode force, SegmentSupply supply, Pruning pruning,
              JournalOwner owner, JournalLock lock, JournalClock clock) {
        this.directory = directory;
        this.forces = force == ForceMode.ORDERS;
        this.supply = supply;
        this.pruning = pruning;
        this.owner = owner;
        this.lock = lock;
        this.clock = clock;
    }

    /** The segment is finished: the ring thread does not touch it any more. */
    void retire(Placed segment) {
        retired.add(segment);
    }

    /** Null while the journal has failed; after a failed force that ends the failure at the next duty cycle. */
    void setCurrent(Placed segment) {
        current = segment;
    }

    void requestForce(long position) {
        forceRequested = position;
    }

    /** Why records cannot be brought to the disk, or null. Any thread. */
    String failure() {
        return failure;
    }

    /** As {@link Journal#awaitDurable}; any thread. */
    boolean awaitDurable(long position, long timeoutNs) throws InterruptedException {
        long startNs = clock.nanoClock().getAsLong();
        while (durable < position) {
            if (!forces || position == Long.MAX_VALUE || failure != null
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

    @Override
    public String roleName() {
        return ThreadNames.JOURNAL_IO;
    }

    /** Does all that is due, so there is never a reason to go on without being woken. */
    @Override
    public int doWork() {
        force();
        mark();
        supply.prepare();
        Placed used = current;
        pruning.prune(used == null ? 0 : used.segment().capacity(), clock.epochNs());
        supply.checkSpace(owner);
        return 0;
    }

    /** Before the thread starts: the first segment is in use. */
    void begin() {
        mark();
        supply.checkSpace(owner);
    }

    /** Leaves the number of the segment in use where the next start looks for it. */
    private void mark() {
        Placed used = current;
        if (used == null || used.number() == markedNumber) {
            return;
        }
        try {
            lock.mark(new JournalMark(used.number(), used.startBytes(), used.segment().capacity(), List.of()));
            markedNumber = used.number();
            markFailed = false;
        } catch (IOException unmarked) {
            if (!markFailed) {
                LOG.warn("a start would not notice that journal segment {} is missing: {}", used.number(),
                    unmarked.toString());
            }
            markFailed = true;
        }
    }

    /** Forces what is left, and leaves nothing prepared. */
    @Override
    public void onClose() {
        force();
        supply.discard();
    }

    /** This agent runs no more, so nothing is forced from here on: the journal fails at its next force or roll. */
    void onDeath(Error error) {
        failure = "journal-io has ended: " + error;
    }

    /** Reads the current segment before the finished ones: what was finished meanwhile is then among them. */
    private void force() {
        long requested = forceRequested;
        Placed used = current;
        if (failure != null) {
            endFailure();
            return;
        }
        try {
            for (Placed finished = retired.peek(); finished != null; finished = retired.peek()) {
                forceUpTo(finished, finished.end());
                retired.remove();
                unmap(finished);
            }
            if (used != null) {
                forceUpTo(used, requested);
            }
        } catch (IOException | UncheckedIOException unforced) {
            LOG.error("journal records cannot be forced to the disk", unforced);
            failure = "records cannot be forced to the disk: " + unforced;
        }
    }

    /** What a failed force left on the disk is unknown: the segment is abandoned, a snapshot starts the next one. */
    private void endFailure() {
        if (current == null) {
            for (Placed finished = retired.poll(); finished != null; finished = retired.poll()) {
                unmap(finished);
            }
            failure = null;
        }
    }

    private void unmap(Placed finished) {
        finished.segment().unmap();
        pruning.onFinished(new SegmentFile(finished.number(), finished.segment().capacity(), finished.epochNs(),
            finished.selfContained()));
    }

    private void forceUpTo(Placed segment, long position) throws IOException {
        long from = Math.max(durable, segment.base());
        if (!forces || position <= from) {
            return;
        }
        if (directoryForcedFor != segment.number()) {
            directory.force();
            directoryForcedFor = segment.number();
        }
        segment.segment().force((int) (from - segment.base()), (int) (position - segment.base()));
        durable = position;
    }
}
