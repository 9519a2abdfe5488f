package io.ringside.trading.journal.segment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Keeps a second writer out of a directory until it is closed or this process ends. */
public final class JournalLock implements AutoCloseable {

    private final FileChannel channel;

    private JournalLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the directory if it is missing. Throws {@link IOException} if another writer holds the lock. */
    public static JournalLock take(JournalDirectory directory) throws IOException {
        Files.createDirectories(directory.path());
        FileChannel channel = FileChannel.open(directory.lockFile(), StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) != null) {
                return new JournalLock(channel);
            }
            throw new IOException("journal directory " + directory.path() + " is being written by another run; "
                + "stop that one or choose another directory");
        } catch (IOException refused) {
            channel.close();
            throw refused;
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
