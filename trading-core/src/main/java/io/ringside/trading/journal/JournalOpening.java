package io.ringside.trading.journal;

import io.ringside.core.runtime.Counters;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.journal.codec.StartRecords;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.JournalLock;
import io.ringside.trading.journal.segment.SegmentFactory;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Puts a journal together, in the order that keeps a second writer and a damaged end out.
 *
 * <p><em>Threading:</em> the owner's.
 */
final class JournalOpening {

    private final JournalConfig config;
    private final JournalClock clock;
    private final Counters counters;
    private JournalIo io;

    JournalOpening(JournalConfig config, JournalClock clock, Counters counters) {
        this.config = config;
        this.clock = clock;
        this.counters = counters;
    }

    /** The journal with its first segment begun; its thread is not started. */
    Journal open(JournalRun run, JournalOwner owner, SegmentFactory factory) throws IOException {
        JournalDirectory directory = new JournalDirectory(config.directory());
        Files.createDirectories(directory.path());
        JournalLock lock = JournalLock.take(directory);
        try {
            JournalTail tail = new JournalTail(directory);
            tail.repair();
            io = io(directory, tail, factory);
            SegmentRoll roll = new SegmentRoll(directory, lock, tail,
                new SegmentRoll.Part(owner, new StartRecords(run), io, factory, clock), counters);
            Journal journal = new Journal(config, roll, io, clock, counters);
            roll.beginFirst(run.firstSequence());
            journal.follow();
            return journal;
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** What the journal's thread runs; behind {@link #open}. */
    JournalIo io() {
        return io;
    }

    private JournalIo io(JournalDirectory directory, JournalTail tail, SegmentFactory factory) {
        Pruning pruning = new Pruning(directory, config, counters.counter("journal segments pruned"));
        tail.segments().forEach(pruning::onFinished);
        return new JournalIo(directory, config, factory, clock, pruning,
            counters.counter("journal segments not made"));
    }
}
