package io.ringside.trading.journal;

import io.ringside.core.runtime.Counter;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.SegmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the oldest segments by total size and by age, but never the newest two at which recovery could start, and
 * none that is still to be read: until it has been, the journal is larger than it may be.
 *
 * <p><em>Threading:</em> {@code journal-io}.
 */
final class Pruning {

    private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);
    private static final int KEPT = 2;

    private final JournalDirectory directory;
    private final long keepBytes;
    private final long keepNs;
    private final Counter pruned;
    private final LongSupplier neededFrom;
    private final Deque<SegmentFile> finished = new ArrayDeque<>();

    /**
     * For the segments that exist, in ascending order.
     *
     * @param neededFrom the lowest number of a segment that is still to be read
     */
    Pruning(JournalDirectory directory, JournalConfig config, List<SegmentFile> existing, LongSupplier neededFrom,
            Counter pruned) {
        this.directory = directory;
        this.keepBytes = config.keepBytes();
        this.keepNs = TimeUnit.MILLISECONDS.toNanos(config.keepMs());
        this.finished.addAll(existing);
        this.neededFrom = neededFrom;
        this.pruned = pruned;
    }

    /** In ascending order. */
    void onFinished(SegmentFile segment) {
        finished.addLast(segment);
    }

    /** {@code currentBytes} is the size of the segment being written. */
    void prune(long currentBytes, long nowEpochNs) {
        long bytes = currentBytes + finished.stream().mapToLong(SegmentFile::bytes).sum();
        long needed = neededFrom.getAsLong();
        while (mayLoseOldest() && finished.getFirst().number() < needed
            && (bytes > keepBytes || isOutdated(nowEpochNs))) {
            SegmentFile oldest = finished.removeFirst();
            bytes -= oldest.bytes();
            delete(oldest);
        }
    }

    private boolean mayLoseOldest() {
        return finished.stream().skip(1).filter(SegmentFile::selfContained).count() >= KEPT;
    }

    /** All records of the oldest are older than the start of the next one. */
    private boolean isOutdated(long nowEpochNs) {
        long endEpochNs = finished.stream().skip(1).findFirst().orElseThrow().epochNs();
        return nowEpochNs - endEpochNs > keepNs;
    }

    private void delete(SegmentFile segment) {
        try {
            Files.deleteIfExists(directory.file(segment.number()));
            pruned.increment();
        } catch (IOException failure) {
            LOG.warn("journal segment {} cannot be deleted: {}", directory.file(segment.number()),
                failure.toString());
        }
    }
}
