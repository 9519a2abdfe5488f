package io.ringside.trading.engine;

import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.segment.UnsupportedFormat;
import io.ringside.trading.ledger.LedgerPlace;
import io.ringside.trading.ledger.LedgerRecord;
import io.ringside.trading.ledger.LedgerState;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The records that the ledger lacks, read from the journal behind its writer, in this process or in another. Reading
 * starts at the newest segment that holds what comes next. Where segments are gone or cannot be read, the rest follows
 * after a {@link LedgerRecord.Gap}.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class LedgerTail implements AutoCloseable {

    private final Path directory;
    private final LedgerState known;
    private final LedgerFold fold;
    private final List<String> problems = new ArrayList<>();
    private JournalReader reader;
    private long segmentNumber;

    /** {@code known}: how far the ledger reaches; {@code types}: the strategies that the recorded runs name. */
    public LedgerTail(Path directory, StrategyTypes types, LedgerState known) {
        this.directory = directory;
        this.known = known;
        this.fold = new LedgerFold(types, known);
    }

    /**
     * The next record; null if the journal holds no more now. Throws {@link IOException} if the journal cannot be read
     * on from here; call it again when it may have changed.
     */
    public LedgerRecord next() throws IOException {
        LedgerRecord next = fold.poll();
        while (next == null && advance()) {
            next = fold.poll();
        }
        return next;
    }

    /** The newest segment with a snapshot that was read: earlier ones are not needed for records to come. */
    public long segmentNumber() {
        return segmentNumber;
    }

    /** What could not be read, in words. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    private boolean advance() throws IOException {
        if (reader == null) {
            return open();
        }
        try {
            if (!reader.nextWritten()) {
                return false;
            }
            fold.add(reader);
        } catch (UnsupportedFormat newer) {
            throw newer;
        } catch (IOException unreadable) {
            skip(unreadable);
        }
        noteSegment();
        return true;
    }

    /** At the newest segment that starts before what comes next, otherwise at the oldest. */
    private boolean open() throws IOException {
        List<Long> numbers = JournalReader.numbers(directory);
        for (int i = numbers.size() - 1; i >= 0; i--) {
            JournalReader other = at(numbers.get(i));
            if (other != null) {
                close();
                reader = other;
                if (start(other).compareTo(known.place()) <= 0) {
                    break;
                }
            }
        }
        if (reader == null) {
            return false;
        }
        fold.add(reader);
        noteSegment();
        return true;
    }

    /** Goes on at the next segment that can be read. */
    private void skip(IOException unreadable) throws IOException {
        for (long number : JournalReader.numbers(directory)) {
            JournalReader other = number > reader.start().number() ? at(number) : null;
            if (other != null) {
                problems.add(unreadable.getMessage());
                reader.close();
                reader = other;
                fold.onSkipped();
                fold.add(reader);
                return;
            }
        }
        throw unreadable;
    }

    /** Null if that segment has no snapshot that can be read. */
    private JournalReader at(long number) throws IOException {
        try {
            return JournalReader.at(directory, number);
        } catch (UnsupportedFormat newer) {
            throw newer;
        } catch (NoSuchFileException expected) {
            // A continuation, one that was pruned meanwhile, or one that is just being started.
            return null;
        } catch (IOException unreadable) {
            problems.add(unreadable.getMessage());
            return null;
        }
    }

    private static LedgerPlace start(JournalReader reader) {
        return new LedgerPlace(reader.start().runId(), reader.start().firstSequence(), 0);
    }

    private void noteSegment() {
        if (!reader.start().continuation()) {
            segmentNumber = reader.start().number();
        }
    }
}
