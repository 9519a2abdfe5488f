package io.ringside.trading.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second writer out of a directory until it is closed or this process ends. The lock's file also holds the
 * {@link JournalMark}.
 *
 * <p><em>Threading:</em> one thread at a time.
 */
public final class JournalLock implements AutoCloseable {

    private final FileChannel channel;

    private JournalLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the directory if it is missing. Throws {@link UnusableJournal} if another writer holds the lock. */
    public static JournalLock take(JournalDirectory directory) throws IOException {
        Files.createDirectories(directory.path());
        FileChannel channel = JournalDirectory.open(directory.lockFile(), StandardOpenOption.CREATE,
            StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) != null) {
                return new JournalLock(channel);
            }
            throw new UnusableJournal("journal directory " + directory.path() + " is being written by another run; "
                + "stop that one or choose another directory");
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    /** {@link JournalMark#NONE} if there is none that can be read. */
    public JournalMark mark() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), JournalMark.MAX_BYTES));
        int count = 0;
        while (bytes.hasRemaining() && count >= 0) {
            count = channel.read(bytes, bytes.position());
        }
        return JournalMark.parse(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    }

    /** Replaces the mark; on the disk before this returns if it names repairs. */
    public void mark(JournalMark mark) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(mark.toText().getBytes(StandardCharsets.UTF_8));
        int length = bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
        channel.truncate(length);
        if (!mark.repairs().isEmpty()) {
            channel.force(true);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException expected) {
            // Held within this process: the same as by another one.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
