package io.ringside.trading.journal;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.journal.JournalIo.Placed;
import io.ringside.trading.journal.codec.StartRecords;
import io.ringside.trading.journal.segment.JournalLock;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import io.ringside.trading.journal.segment.SegmentHead;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves from one segment to the next and writes the start of each.
 *
 * <p>A roll is due before an event that would leave less than {@link #HEAD_ROOM_BYTES} for its decisions. Should these
 * not suffice, the decisions go on in a continuation: a segment without a snapshot, for state is half way through an
 * event there; the next event rolls again.
 *
 * <p><em>Threading:</em> as {@link Journal}.
 */
final class SegmentRoll {

    static final int HEAD_ROOM_BYTES = 64 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(SegmentRoll.class);

    private final JournalOwner owner;
    private final StartRecords starts;
    private final SegmentSupply supply;
    private final JournalIo io;
    private final JournalClock clock;
    private final Counter made;
    private Placed current;
    private long lastNumber;
    private long lastEndBytes;
    private long base;
    private boolean failed;
    private boolean recovered;
    private boolean closed;
    private boolean endsInUse;

    SegmentRoll(JournalOwner owner, StartRecords starts, SegmentSupply supply, JournalIo io, JournalTail tail,
                JournalClock clock, Counters counters) {
        this.owner = owner;
        this.starts = starts;
        this.supply = supply;
        this.io = io;
        this.lastNumber = tail.lastNumber();
        this.lastEndBytes = tail.endBytes();
        this.clock = clock;
        this.made = counters.counter("journal segments begun");
    }

    /** Null while there is none. */
    Segment segment() {
        return current == null ? null : current.segment();
    }

    /** Bytes of all segments before this one, in this run. */
    long base() {
        return current.base();
    }

    /** An event that would end above it must go to a new segment. */
    int rollAbove() {
        return current == null || !current.selfContained() ? -1 : current.segment().capacity() - HEAD_ROOM_BYTES;
    }

    /** The first segment of a run. */
    void beginFirst(long sequence) throws IOException {
        placeWithSnapshot(sequence);
    }

    /** Before the event of that sequence; false, and the owner is told, if there is no segment. */
    boolean begin(long sequence) {
        String ioFailure = io.failure();
        if (closed || failed && (!supply.hasPrepared() || ioFailure != null)) {
            return false;
        }
        if (ioFailure != null) {
            fail(ioFailure);
            return false;
        }
        try {
            placeWithSnapshot(sequence);
            recovered = failed;
            failed = false;
            return true;
        } catch (IOException | RuntimeException failure) {
            fail("no segment can be started: " + failure);
            return false;
        }
    }

    /** Between an event and one of its decisions; the other conditions are those of {@link #begin}. */
    boolean continueBehind(long sequence) {
        try {
            place(sequence, null, 2L * RecordLayout.MAX_RECORD_BYTES);
            return true;
        } catch (IOException | RuntimeException failure) {
            fail("no segment can be started: " + failure);
            return false;
        }
    }

    /** The first event of the segment has been appended. */
    void onAppended() {
        if (recovered) {
            recovered = false;
            LOG.info("journal continues in {} after a failure", supply.file(lastNumber));
            owner.onRecovered();
        }
    }

    void fail(String reason) {
        release();
        io.setCurrent(null);
        if (!failed) {
            failed = true;
            LOG.error("journal failed, nothing is journaled any more: {}", reason);
            owner.onFailure(reason);
        }
    }

    /** Gives the last segment to {@code journal-io} and begins no other. */
    void close() {
        closed = true;
        endsInUse = current != null;
        release();
        io.setCurrent(null);
    }

    /** After {@link #close}, when the last segment has been unmapped: cuts off what was not used, and marks its end. */
    void end(JournalLock lock) throws IOException {
        if (endsInUse) {
            supply.end(lastNumber, (int) lastEndBytes);
            lock.mark(new JournalMark(lastNumber, lastEndBytes, 0, List.of()));
        }
    }

    /** A segment should hold more records than start: it is at least four times as long as its start. */
    private void placeWithSnapshot(long sequence) throws IOException {
        List<SavedPart> snapshot = owner.save(sequence);
        place(sequence, snapshot, 4 * starts.sizeBytes(snapshot) + HEAD_ROOM_BYTES);
    }

    private void place(long sequence, List<SavedPart> snapshot, long neededBytes) throws IOException {
        if (neededBytes > JournalConfig.MAX_SEGMENT_BYTES) {
            throw new IOException("a segment of " + neededBytes + " bytes is needed, allowed are at most "
                + JournalConfig.MAX_SEGMENT_BYTES);
        }
        Segment segment = supply.begin(lastNumber + 1, neededBytes);
        release();
        lastNumber++;
        SegmentHead head = new SegmentHead(lastNumber, sequence, clock.epochNs(), lastEndBytes);
        if (snapshot == null) {
            starts.writeContinuation(segment, head);
        } else {
            starts.write(segment, head, snapshot);
        }
        current = new Placed(segment, lastNumber, base, segment.position(), head.epochNs(), snapshot != null);
        io.setCurrent(current);
        made.increment();
    }

    private void release() {
        if (current != null) {
            lastEndBytes = current.segment().position();
            base = current.end();
            io.retire(current);
            current = null;
        }
    }
}
