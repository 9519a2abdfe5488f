package io.ringside.trading.journal;

import io.ringside.core.runtime.Counter;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.Segment;
import io.ringside.trading.journal.segment.SegmentFactory;
import io.ringside.trading.journal.segment.SegmentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the journal does beside the ring thread: prepares the next segment, forces, lets go of finished segments,
 * prunes. After a segment could not be made it tries again each second.
 *
 * <p><em>Threading:</em> {@link #turn} by one thread, {@code journal-io}; the other methods by the ring thread, unless
 * they say otherwise.
 */
final class JournalIo {

    static final long RETRY_NS = TimeUnit.SECONDS.toNanos(1);

    private static final Logger LOG = LoggerFactory.getLogger(JournalIo.class);

    /** A segment in use, and how many bytes the journal had before it. */
    record Placed(Segment segment, long number, long base, long epochNs, boolean selfContained) {

        long end() {
            return base + segment.position();
        }
    }

    private final JournalDirectory directory;
    private final JournalConfig config;
    private final SegmentFactory factory;
    private final JournalClock clock;
    private final Pruning pruning;
    private final Counter notMade;

    private final AtomicReference<Segment> prepared = new AtomicReference<>();
    private final Queue<Placed> retired = new ConcurrentLinkedQueue<>();
    private volatile Placed current;
    private volatile long segmentBytes;
    private volatile long forceRequested;
    private volatile long durable;
    private volatile Throwable forceFailure;

    private boolean tryFailed;
    private long failedNs;
    private long directoryForcedFor = -1;

    JournalIo(JournalDirectory directory, JournalConfig config, SegmentFactory factory, JournalClock clock,
              Pruning pruning, Counter notMade) {
        this.directory = directory;
        this.config = config;
        this.factory = factory;
        this.clock = clock;
        this.pruning = pruning;
        this.notMade = notMade;
        this.segmentBytes = config.segmentBytes();
    }

    /** A prepared segment, or null. */
    Segment take() {
        return prepared.getAndSet(null);
    }

    boolean hasPrepared() {
        return prepared.get() != null;
    }

    /** From now on segments are prepared with at least that size. */
    void enlarge(long bytes) {
        segmentBytes = Math.max(segmentBytes, bytes);
    }

    long segmentBytes() {
        return segmentBytes;
    }

    /** The segment is finished, and not touched by the ring thread any more. */
    void retire(Placed segment) {
        retired.add(segment);
    }

    /** Null while the journal has failed; after a failed force that ends the failure at the next turn. */
    void use(Placed segment) {
        current = segment;
    }

    void requestForce(long position) {
        forceRequested = position;
    }

    /** Any thread. */
    long durable() {
        return durable;
    }

    /** Why bytes could not be forced, or null. Any thread. */
    Throwable forceFailure() {
        return forceFailure;
    }

    /** Does all that is due. */
    void turn() {
        force();
        prepare();
        Placed used = current;
        pruning.prune(used == null ? 0 : used.segment().capacity(), clock.epochNs());
    }

    /** The last turn: forces what is left, and leaves nothing prepared. */
    void finish() {
        force();
        Segment unused = take();
        if (unused != null) {
            unused.unmap();
        }
        try {
            directory.removeUnfinished();
        } catch (IOException failure) {
            LOG.warn("unused journal segment cannot be deleted, the next run will: {}", failure.toString());
        }
    }

    /** Reads the current segment before the finished ones: what was finished meanwhile is then among them. */
    private void force() {
        long requested = forceRequested;
        Placed used = current;
        if (forceFailure != null) {
            endForceFailure();
            return;
        }
        try {
            for (Placed finished = retired.peek(); finished != null; finished = retired.peek()) {
                forceUpTo(finished, finished.end());
                retired.remove();
                release(finished);
            }
            if (used != null) {
                forceUpTo(used, requested);
            }
        } catch (IOException | UncheckedIOException failure) {
            LOG.error("journal cannot be forced to the disk", failure);
            forceFailure = failure;
        }
    }

    /** What a failed force leaves on the disk is unknown: that segment is given up, a snapshot begins the next. */
    private void endForceFailure() {
        if (current == null) {
            for (Placed finished = retired.poll(); finished != null; finished = retired.poll()) {
                release(finished);
            }
            forceFailure = null;
        }
    }

    private void release(Placed finished) {
        finished.segment().unmap();
        pruning.onFinished(new SegmentFile(finished.number(), finished.segment().capacity(), finished.epochNs(),
            finished.selfContained()));
    }

    private void forceUpTo(Placed segment, long position) throws IOException {
        long from = Math.max(durable, segment.base());
        if (config.force() == ForceMode.NEVER || position <= from) {
            return;
        }
        if (directoryForcedFor != segment.number()) {
            directory.force();
            directoryForcedFor = segment.number();
        }
        segment.segment().force((int) (from - segment.base()), (int) (position - segment.base()));
        durable = position;
    }

    private void prepare() {
        if (prepared.get() != null || tryFailed && clock.nanoClock().getAsLong() - failedNs < RETRY_NS) {
            return;
        }
        try {
            Files.deleteIfExists(directory.preparedFile());
            prepared.set(factory.make(directory.preparedFile(), segmentBytes));
            tryFailed = false;
        } catch (IOException | RuntimeException failure) {
            notMade.increment();
            if (!tryFailed) {
                LOG.error("next journal segment cannot be made, trying again each second: {}", failure.toString());
            }
            tryFailed = true;
            failedNs = clock.nanoClock().getAsLong();
        }
    }
}
