package io.ringside.trading.journal;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.journal.JournalIo.Placed;
import io.ringside.trading.journal.codec.StartRecords;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.JournalLock;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import io.ringside.trading.journal.segment.SegmentFactory;
import io.ringside.trading.journal.segment.SegmentHead;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes from one segment to the next: takes the prepared one or makes it, gives it its number, writes its start.
 *
 * <p>A roll is due before an event that would leave less than {@link #HEAD_ROOM_BYTES} for its decisions. Should these
 * not suffice, the decisions go on in a continuation: a segment without a snapshot, for state is half way through an
 * event there; the next event rolls again.
 *
 * <p><em>Threading:</em> as {@link Journal}.
 */
final class SegmentRoll {

    static final int HEAD_ROOM_BYTES = 64 << 10;

    static final String CANNOT_FORCE = "records cannot be forced to the disk: ";

    private static final Logger LOG = LoggerFactory.getLogger(SegmentRoll.class);

    private final JournalDirectory directory;
    private final JournalOwner owner;
    private final StartRecords starts;
    private final JournalIo io;
    private final SegmentFactory factory;
    private final JournalClock clock;
    private final JournalLock lock;
    private final Counter made;
    private final Counter madeLate;
    private Placed current;
    private long lastNumber;
    private long lastEndBytes;
    private long base;
    private boolean opened;
    private boolean failed;
    private boolean recovered;
    private boolean closed;

    SegmentRoll(JournalDirectory directory, JournalLock lock, JournalTail tail, Part part, Counters counters) {
        this.directory = directory;
        this.lock = lock;
        this.lastNumber = tail.lastNumber();
        this.lastEndBytes = tail.endBytes();
        this.owner = part.owner();
        this.starts = part.starts();
        this.io = part.io();
        this.factory = part.factory();
        this.clock = part.clock();
        this.made = counters.counter("journal segments begun");
        this.madeLate = counters.counter("journal segments made late");
    }

    /** What it works with. */
    record Part(JournalOwner owner, StartRecords starts, JournalIo io, SegmentFactory factory, JournalClock clock) {
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

    /** Of a run; throws what went wrong. */
    void beginFirst(long sequence) throws IOException {
        placeWithSnapshot(sequence);
    }

    /** Before the event of that sequence; false, with the owner told, when no segment can be had. */
    boolean begin(long sequence) {
        if (closed || failed && (!io.hasPrepared() || io.forceFailure() != null)) {
            return false;
        }
        if (io.forceFailure() != null) {
            fail(CANNOT_FORCE + io.forceFailure());
            return false;
        }
        try {
            placeWithSnapshot(sequence);
            recovered = failed;
            failed = false;
            return true;
        } catch (IOException | RuntimeException failure) {
            fail("no segment can be begun: " + failure);
            return false;
        }
    }

    /** Between an event and one of its decisions; the other conditions are those of {@link #begin}. */
    boolean continueBehind(long sequence) {
        try {
            place(sequence, null, 2L * RecordLayout.MAX_RECORD_BYTES);
            return true;
        } catch (IOException | RuntimeException failure) {
            fail("no segment can be begun: " + failure);
            return false;
        }
    }

    /** The event before which a segment was begun is in it. */
    void onAppended() {
        if (recovered) {
            recovered = false;
            LOG.info("journal goes on in {} after a failure", directory.file(lastNumber));
            owner.onRecovered();
        }
    }

    void fail(String reason) {
        letGo();
        io.use(null);
        if (!failed) {
            failed = true;
            LOG.error("journal failed, nothing is journaled: {}", reason);
            owner.onFailure(reason);
        }
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        Placed last = current;
        letGo();
        io.use(null);
        io.finish();
        try {
            if (last != null) {
                JournalDirectory.truncate(directory.file(last.number()), last.segment().position());
            }
            lock.close();
        } catch (IOException failure) {
            LOG.warn("journal could not be closed in order, the next run repairs it: {}", failure.toString());
        }
    }

    private byte[] snapshot() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            owner.save(out);
        }
        return bytes.toByteArray();
    }

    /** A segment should hold more of what happens than of what it begins with: it is at least four starts long. */
    private void placeWithSnapshot(long sequence) throws IOException {
        byte[] snapshot = snapshot();
        place(sequence, snapshot, 4 * starts.sizeBytes(snapshot.length) + HEAD_ROOM_BYTES);
    }

    private void place(long sequence, byte[] snapshot, long neededBytes) throws IOException {
        if (neededBytes > JournalConfig.MAX_SEGMENT_BYTES) {
            throw new IOException("a segment of " + neededBytes + " bytes would be needed, allowed are "
                + JournalConfig.MAX_SEGMENT_BYTES);
        }
        io.enlarge(neededBytes);
        Segment segment = published(prepared(neededBytes));
        letGo();
        lastNumber++;
        SegmentHead head = new SegmentHead(lastNumber, sequence, clock.epochNs(), lastEndBytes);
        if (snapshot == null) {
            starts.writeContinuation(segment, head);
        } else {
            starts.write(segment, head, snapshot);
        }
        current = new Placed(segment, lastNumber, base, head.epochNs(), snapshot != null);
        io.use(current);
        made.increment();
    }

    private Segment published(Segment segment) throws IOException {
        try {
            directory.publish(segment.file(), lastNumber + 1);
            return segment;
        } catch (IOException failure) {
            segment.unmap();
            throw failure;
        }
    }

    private Segment prepared(long neededBytes) throws IOException {
        Segment segment = io.take();
        if (segment != null && segment.capacity() >= neededBytes) {
            return segment;
        }
        if (segment != null) {
            segment.unmap();
        }
        if (opened) {
            madeLate.increment();
        }
        opened = true;
        return factory.make(directory.lateFile(), io.segmentBytes());
    }

    private void letGo() {
        if (current != null) {
            lastEndBytes = current.segment().position();
            base = current.end();
            io.retire(current);
            current = null;
        }
    }
}
