package io.ringside.trading.journal;

import io.ringside.core.runtime.Counters;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.journal.codec.StartRecords;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.JournalLock;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.MappedSegments;
import io.ringside.trading.journal.segment.SegmentFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal that this process alone may write from now on, in the only safe order: it is locked, then its end is
 * repaired, then {@link #past()} is read, then {@link #begin} continues it. Closing it gives the directory free unless
 * a run has begun.
 *
 * <p><em>Threading:</em> one thread, before the ring starts; blocks for the disk.
 */
public final class JournalClaim implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalClaim.class);

    private final JournalConfig config;
    private final JournalDirectory directory;
    private final JournalLock lock;
    private final JournalTail tail;
    private final Optional<JournalReader> past;
    private boolean begun;

    private JournalClaim(JournalConfig config, JournalDirectory directory, JournalLock lock) throws IOException {
        this.config = config;
        this.directory = directory;
        this.lock = lock;
        this.tail = JournalTail.repaired(directory, lock);
        this.past = JournalReader.newest(config.directory());
    }

    /**
     * Locks and repairs; makes the directory if it is missing.
     *
     * @throws IOException if another process writes there, or the journal is damaged or of another version
     */
    public static JournalClaim take(JournalConfig config) throws IOException {
        JournalDirectory directory = new JournalDirectory(config.directory());
        JournalLock lock = JournalLock.take(directory);
        try {
            tighten(directory);
            return new JournalClaim(config, directory, lock);
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** Where the journal is. */
    public Path directory() {
        return directory.path();
    }

    private static void tighten(JournalDirectory directory) {
        try {
            directory.tighten();
        } catch (IOException failure) {
            LOG.warn("the journal stays readable for others: {}", failure.toString());
        }
    }

    /** From the newest segment with a complete snapshot; empty if there is none. Closed with this. */
    public Optional<JournalReader> past() {
        return past;
    }

    /** Of the newest run; 0 if there is none. */
    public long lastRunId() {
        return past.map(reader -> reader.start().runId()).orElse(0L);
    }

    /** What was put aside or is missing, for users: the new run's first snapshot has to hold it. */
    public List<JournalMark.Repair> repairs() {
        return tail.repairs();
    }

    /**
     * Starts a new segment with a snapshot of the owner's state, and the thread {@code journal-io}. Once only, after
     * the past has been read.
     *
     * @throws IOException if no segment can be made
     */
    public Journal begin(JournalRun run, JournalOwner owner, Counters counters) throws IOException {
        Journal journal = begin(run, owner, MappedSegments::make, JournalClock.SYSTEM, counters);
        journal.start();
        return journal;
    }

    /** As above, with another source of segments and another clock; the thread {@code journal-io} is not started. */
    Journal begin(JournalRun run, JournalOwner owner, SegmentFactory factory, JournalClock clock, Counters counters)
        throws IOException {
        SegmentSupply supply = new SegmentSupply(directory, factory, config.segmentBytes(), clock, counters);
        Pruning pruning = new Pruning(directory, config, tail.segments(), owner::neededFrom,
            counters.counter("journal segments pruned"));
        JournalIo io = new JournalIo(directory, config.force(), supply, pruning, owner, lock, clock);
        SegmentRoll roll = new SegmentRoll(owner, new StartRecords(run), supply, io, tail, clock, counters);
        roll.beginFirst(run.firstSequence());
        io.begin();
        begun = true;
        return new Journal(config, roll, io, lock, counters);
    }

    @Override
    public void close() throws IOException {
        if (past.isPresent()) {
            past.get().close();
        }
        if (!begun) {
            lock.close();
        }
    }
}
