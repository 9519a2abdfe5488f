package io.ringside.trading.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a ledger from its first record to its last, in pieces, whatever its size. Changes no file and takes no lock: it
 * may be written meanwhile.
 *
 * <p>A file whose end cannot be read is followed by the next one, in which the same records were written again as far
 * as the journal still held them; see {@link #problems()}.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class LedgerReader implements AutoCloseable {

    private final LedgerDirectory directory;
    private final Iterator<Long> numbers;
    private final List<String> problems = new ArrayList<>();
    private LedgerFileReader file;
    private LedgerState state = LedgerState.EMPTY;

    public LedgerReader(Path path) throws IOException {
        this.directory = new LedgerDirectory(path);
        this.numbers = directory.numbers().iterator();
    }

    /** The next record; null at the end. Throws {@code UnsupportedFormat} for what a newer version wrote. */
    public LedgerRecord next() throws IOException {
        while (file != null || numbers.hasNext()) {
            if (file == null) {
                file = new LedgerFileReader(directory, numbers.next());
            } else if (file.next()) {
                if (file.current().place().compareTo(state.place()) > 0) {
                    state = state.after(file.current());
                    return file.current();
                }
            } else {
                endFile();
            }
        }
        return null;
    }

    /** After the newest record. */
    public LedgerState state() {
        return state;
    }

    /** What could not be read, in words. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void endFile() throws IOException {
        if (file.problem() != null) {
            problems.add(file.problem());
        }
        file.close();
        file = null;
    }
}
