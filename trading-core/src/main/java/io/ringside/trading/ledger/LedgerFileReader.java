package io.ringside.trading.ledger;

import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.SegmentReader;
import io.ringside.trading.journal.segment.TornTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The records of one file. Where one cannot be read, the file ends: what follows cannot be trusted.
 *
 * <p><em>Threading:</em> one thread.
 */
final class LedgerFileReader implements AutoCloseable {

    private final Path file;
    private final SegmentReader records;
    private final LedgerDecoder decoder = new LedgerDecoder();
    private LedgerState state;
    private LedgerRecord current;
    private String problem;

    /** Reads the file's start; throws {@code UnsupportedFormat} for one that a newer version wrote. */
    LedgerFileReader(LedgerDirectory directory, long number) throws IOException {
        this.file = directory.file(number);
        this.records = new SegmentReader(file, directory.file(number + 1));
        if (nextRecord()) {
            try {
                state = decoder.start(records, number);
            } catch (JournalDamage damage) {
                problem = damage.getMessage();
            }
        }
    }

    /** After the newest record, or after the file's start; null if the start cannot be read. */
    LedgerState state() {
        return state;
    }

    /** Goes to the next record; false at the end. */
    boolean next() throws IOException {
        if (state == null || problem != null || !nextRecord()) {
            return false;
        }
        try {
            current = decoder.decode(records);
            state = state.after(current);
            return true;
        } catch (JournalDamage damage) {
            problem = damage.getMessage();
            return false;
        }
    }

    LedgerRecord current() {
        return current;
    }

    /** Why the file does not end here, although {@link #next()} was false; null if it does. */
    String problem() {
        return problem;
    }

    /** Where the records end that can be read. */
    long endBytes() {
        return state == null ? 0 : records.position();
    }

    long fileBytes() throws IOException {
        return Files.size(file);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private boolean nextRecord() throws IOException {
        try {
            boolean read = records.next();
            problem = read ? null : records.tornTail().map(TornTail::text).orElse(null);
            return read;
        } catch (JournalDamage damage) {
            problem = damage.getMessage();
            return false;
        }
    }
}
