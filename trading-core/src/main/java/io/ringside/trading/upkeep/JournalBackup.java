package io.ringside.trading.upkeep;

import io.ringside.trading.journal.codec.StartReader;
import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.JournalLock;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.SegmentReader;
import io.ringside.trading.journal.segment.TornTail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Copies a journal, which may be in use, to an empty directory: up to the last record that was complete when the copy
 * began. The ledger is copied first, so it is never ahead of the journal's copy; a start completes it. Each copy is
 * forced to the disk, read back and compared. Nothing is overwritten.
 *
 * <p><em>Threading:</em> one thread; not in the process that writes the journal.
 */
public final class JournalBackup {

    /** Files beside the segments that a start uses. */
    private static final String[] BESIDE = {"ledger-*", "trading-rules.json"};
    private static final int CHUNK_BYTES = 256 << 10;

    private final JournalDirectory from;
    private final JournalDirectory to;
    private final List<Path> copies = new ArrayList<>();
    private long bytes;

    public JournalBackup(Path from, Path to) {
        this.from = new JournalDirectory(from);
        this.to = new JournalDirectory(to);
    }

    /**
     * Makes the copy.
     *
     * @throws FileAlreadyExistsException if the directory is not empty
     * @throws IOException                if something cannot be copied, or is not read back as it was written
     */
    public void run() throws IOException {
        JournalMark mark = JournalMark.of(from);
        List<Long> numbers = from.numbers();
        if (numbers.isEmpty()) {
            throw new NoSuchFileException(from.path().toString(), null, "there is no journal");
        }
        requireEmpty();
        for (String names : BESIDE) {
            copyBeside(names);
        }
        int last = numbers.size() - 1;
        long endBytes = endOf(numbers.get(last));
        if (endBytes < 0 && last > 0) {
            last--;
            endBytes = endOf(numbers.get(last));
        }
        copy(from.file(numbers.get(last)), to.file(numbers.get(last)), Math.max(endBytes, 0));
        copyOlder(numbers.subList(0, last));
        try (JournalLock lock = JournalLock.take(to)) {
            lock.mark(new JournalMark(numbers.get(last), 0, 0, mark.repairs()));
        }
        to.force();
    }

    /** How many files were copied. */
    public int files() {
        return copies.size();
    }

    /** How much was copied. */
    public long bytes() {
        return bytes;
    }

    private void requireEmpty() throws IOException {
        Files.createDirectories(to.path());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(to.path())) {
            if (files.iterator().hasNext()) {
                throw new FileAlreadyExistsException(to.path().toString(), null, "a backup needs an empty directory");
            }
        }
    }

    private void copyBeside(String names) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from.path(), names)) {
            for (Path file : files) {
                copy(file, to.path().resolve(file.getFileName()), Files.size(file));
            }
        }
    }

    /**
     * Where the last complete record ends now; in a damaged segment, where its contents do. -1 for one that is just
     * being started.
     */
    private long endOf(long number) throws IOException {
        try (SegmentReader segment = new SegmentReader(from, number)) {
            try {
                if (new StartReader(segment).read(number) == null) {
                    return -1;
                }
                boolean record = true;
                while (record) {
                    record = segment.next();
                }
                boolean hole = segment.tornTail().map(TornTail::recordsLost).orElse(false);
                return hole ? segment.endOfContents() : segment.position();
            } catch (JournalDamage damaged) {
                return segment.endOfContents();
            }
        }
    }

    /** The newest first: what is pruned meanwhile leaves no gap. */
    private void copyOlder(List<Long> numbers) throws IOException {
        for (int i = numbers.size() - 1; i >= 0; i--) {
            Path file = from.file(numbers.get(i));
            try {
                copy(file, to.file(numbers.get(i)), Files.size(file));
            } catch (NoSuchFileException pruned) {
                return;
            }
        }
    }

    private void copy(Path file, Path copy, long lengthBytes) throws IOException {
        long written;
        try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ);
             FileChannel target =
                 JournalDirectory.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copies.add(copy);
            written = transfer(source, target, lengthBytes);
            target.force(true);
        }
        try (FileChannel target = FileChannel.open(copy, StandardOpenOption.READ)) {
            if (target.size() != lengthBytes || transfer(target, null, lengthBytes) != written) {
                throw new IOException(copy + " is not read back as it was written; the backup cannot be used");
            }
        }
        bytes += lengthBytes;
    }

    /** Returns a checksum of the bytes; {@code target} may be null. */
    private static long transfer(FileChannel source, FileChannel target, long lengthBytes) throws IOException {
        CRC32C checksum = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        for (long left = lengthBytes; left > 0; left -= chunk.limit()) {
            chunk.clear().limit((int) Math.min(left, CHUNK_BYTES));
            while (chunk.hasRemaining()) {
                if (source.read(chunk) < 0) {
                    throw new IOException("a file became shorter while it was copied");
                }
            }
            checksum.update(chunk.flip());
            chunk.flip();
            while (target != null && chunk.hasRemaining()) {
                target.write(chunk);
            }
        }
        return checksum.getValue();
    }
}
