package io.ringside.trading.ledger;

import io.ringside.trading.journal.segment.JournalDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends records to the ledger's files: each at most once, in the order of their places.
 *
 * <p>What an earlier process has left unfinished at the end is kept in a {@code .cut} file, and {@link #state()} tells
 * how far the ledger reaches without it. A record that cannot be written changes nothing: append it again.
 *
 * <p><em>Threading:</em> one thread at a time, in the process that holds the journal's lock.
 */
public final class Ledger implements AutoCloseable {

    /** A file that has reached this size is followed by another. */
    public static final long ROLL_BYTES = 64L << 20;

    private final LedgerDirectory directory;
    private final long rollBytes;
    private final LedgerEncoder encoder = new LedgerEncoder();
    private final List<String> repairs = new ArrayList<>();
    private LedgerState state = LedgerState.EMPTY;
    private long number;
    private long endBytes;
    private FileChannel channel;

    private Ledger(LedgerDirectory directory, long rollBytes) {
        this.directory = directory;
        this.rollBytes = rollBytes;
    }

    /** In the journal's directory; makes no file before the first record. */
    public static Ledger open(Path path) throws IOException {
        return open(path, ROLL_BYTES);
    }

    /** {@code rollBytes} as {@link #ROLL_BYTES}. */
    static Ledger open(Path path, long rollBytes) throws IOException {
        Ledger ledger = new Ledger(new LedgerDirectory(path), rollBytes);
        ledger.repair();
        return ledger;
    }

    /** How far it reaches. */
    public LedgerState state() {
        return state;
    }

    /** What was put aside at the start, for users. */
    public List<String> repairs() {
        return List.copyOf(repairs);
    }

    /** Appends unless it is there: then the record's place is not above that of the last one. */
    public void append(LedgerRecord next) throws IOException {
        if (next.place().compareTo(state.place()) <= 0) {
            return;
        }
        if (channel == null || endBytes >= rollBytes) {
            begin();
        }
        write(encoder.encode(next));
        state = state.after(next);
    }

    /** Brings all records to the disk. */
    public void force() throws IOException {
        if (channel != null) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private void repair() throws IOException {
        List<Long> numbers = directory.numbers();
        for (int i = numbers.size() - 1; i >= 0 && channel == null; i--) {
            repairLast(numbers.get(i));
        }
    }

    private void repairLast(long last) throws IOException {
        Path file = directory.file(last);
        boolean begun;
        String problem;
        try (LedgerFileReader reader = new LedgerFileReader(directory, last)) {
            boolean read = true;
            while (read) {
                read = reader.next();
            }
            begun = reader.state() != null;
            problem = reader.problem();
            endBytes = reader.endBytes();
            if (begun) {
                state = reader.state();
            }
        }
        if (problem != null) {
            putAside(file, problem);
        }
        JournalDirectory.truncate(file, endBytes);
        if (begun) {
            number = last;
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } else {
            Files.delete(file);
        }
    }

    private void putAside(Path file, String problem) throws IOException {
        Path aside = JournalDirectory.free(file);
        JournalDirectory.copy(file, aside, endBytes, Files.size(file) - endBytes);
        repairs.add("the ledger was repaired: " + problem + "; what follows is kept as " + aside.getFileName());
    }

    private void begin() throws IOException {
        force();
        close();
        channel = null;
        FileChannel created = directory.create(number + 1);
        try {
            long bytes = writeAt(created, encoder.start(number + 1, state), 0);
            created.force(true);
            new JournalDirectory(directory.path()).force();
            endBytes = bytes;
        } catch (IOException failure) {
            created.close();
            throw failure;
        }
        channel = created;
        number++;
    }

    private void write(ByteBuffer frame) throws IOException {
        endBytes = writeAt(channel, frame, endBytes);
    }

    /** Returns where it ends. */
    private static long writeAt(FileChannel target, ByteBuffer frame, long position) throws IOException {
        long at = position;
        while (frame.hasRemaining()) {
            at += target.write(frame, at);
        }
        return at;
    }
}
