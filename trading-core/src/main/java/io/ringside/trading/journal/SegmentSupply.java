package io.ringside.trading.journal;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.Segment;
import io.ringside.trading.journal.segment.SegmentFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Segment files before and after they are in use: one is prepared ahead, so that the ring thread only renames it. If
 * none is ready, the ring thread makes it, which is counted. After a failure a new attempt is made each second. Once a
 * second it is looked whether the disk has room for more.
 *
 * <p><em>Threading:</em> {@link #prepare}, {@link #discard} and, but for the first time, {@link #checkSpace} by
 * {@code journal-io}, the other methods by the ring thread.
 */
final class SegmentSupply {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentSupply.class);
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(1);

    private final JournalDirectory directory;
    private final SegmentFactory factory;
    private final JournalClock clock;
    private final Counter notMade;
    private final Counter madeLate;
    private final AtomicReference<Segment> prepared = new AtomicReference<>();
    private volatile long segmentBytes;
    private boolean madeFirst;
    private boolean failed;
    private long failedNs;
    private boolean spaceKnown;
    private boolean spaceLow;
    private long spaceCheckedNs;

    SegmentSupply(JournalDirectory directory, SegmentFactory factory, long segmentBytes, JournalClock clock,
                  Counters counters) {
        this.directory = directory;
        this.factory = factory;
        this.segmentBytes = segmentBytes;
        this.clock = clock;
        this.notMade = counters.counter("journal segments not made");
        this.madeLate = counters.counter("journal segments made late");
    }

    boolean hasPrepared() {
        return prepared.get() != null;
    }

    /** A segment of at least that size under that number; later ones are prepared with that size, too. */
    Segment begin(long number, long neededBytes) throws IOException {
        segmentBytes = Math.max(segmentBytes, neededBytes);
        Segment segment = preparedOf(neededBytes);
        if (segment == null) {
            segment = makeLate();
        }
        try {
            directory.publish(segment.file(), number);
            return segment;
        } catch (IOException failure) {
            segment.unmap();
            throw failure;
        } finally {
            // Not before: journal-io would delete the file that is being published, to prepare the next one.
            prepared.compareAndSet(segment, null);
        }
    }

    /** Cuts off what was not used of a segment; nothing may be mapped any more. */
    void end(long number, int usedBytes) throws IOException {
        JournalDirectory.truncate(directory.file(number), usedBytes);
    }

    Path file(long number) {
        return directory.file(number);
    }

    /** Makes a segment unless one is prepared or an attempt failed within the last second. */
    void prepare() {
        if (prepared.get() != null || failed && clock.nanoClock().getAsLong() - failedNs < RETRY_NS) {
            return;
        }
        try {
            Files.deleteIfExists(directory.preparedFile());
            prepared.set(factory.make(directory.preparedFile(), segmentBytes));
            failed = false;
        } catch (IOException | RuntimeException failure) {
            notMade.increment();
            if (!failed) {
                LOG.error("next journal segment cannot be made, trying again each second: {}", failure.toString());
            }
            failed = true;
            failedNs = clock.nanoClock().getAsLong();
        }
    }

    /** Tells the owner when segments do not fit any more, and when they do with one more than that. */
    void checkSpace(JournalOwner owner) {
        long nowNs = clock.nanoClock().getAsLong();
        if (spaceKnown && nowNs - spaceCheckedNs < RETRY_NS) {
            return;
        }
        spaceKnown = true;
        spaceCheckedNs = nowNs;
        try {
            long freeBytes = factory.freeBytes(directory.path());
            long neededBytes = JournalConfig.SPARE_SEGMENTS * segmentBytes;
            if (!spaceLow && freeBytes < neededBytes) {
                spaceLow = true;
                owner.onSpaceLow(freeBytes, neededBytes);
            } else if (spaceLow && freeBytes >= neededBytes + segmentBytes) {
                spaceLow = false;
                owner.onSpaceRegained(freeBytes);
            }
        } catch (IOException unknown) {
            LOG.debug("free space of {} is unknown: {}", directory.path(), unknown.toString());
        }
    }

    /** Removes the prepared segment. */
    void discard() {
        Segment unused = prepared.getAndSet(null);
        if (unused != null) {
            unused.unmap();
        }
        try {
            directory.removeUnfinished();
        } catch (IOException failure) {
            LOG.warn("unused journal segment cannot be deleted, the next run will: {}", failure.toString());
        }
    }

    /** The prepared segment, or null if there is none of that size. */
    private Segment preparedOf(long neededBytes) {
        Segment segment = prepared.get();
        if (segment != null && segment.capacity() < neededBytes) {
            prepared.compareAndSet(segment, null);
            segment.unmap();
            return null;
        }
        return segment;
    }

    private Segment makeLate() throws IOException {
        if (madeFirst) {
            madeLate.increment();
        }
        madeFirst = true;
        return factory.make(directory.lateFile(), segmentBytes);
    }
}
