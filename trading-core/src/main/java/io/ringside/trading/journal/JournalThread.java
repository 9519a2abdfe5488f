package io.ringside.trading.journal;

import io.ringside.core.runtime.ThreadNames;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code journal-io}: a turn when woken, and one each second.
 *
 * <p><em>Threading:</em> {@link #wake} from any thread, the rest by the owner.
 */
final class JournalThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalThread.class);
    private static final long CLOSE_TIMEOUT_MS = 5_000;

    private final JournalIo io;
    private final Thread thread = ThreadNames.factory(ThreadNames.JOURNAL_IO).newThread(this::run);
    private volatile boolean closed;

    JournalThread(JournalIo io) {
        this.io = io;
    }

    void start() {
        thread.start();
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            try {
                io.turn();
            } catch (RuntimeException failure) {
                LOG.error("journal-io failed, it goes on", failure);
            }
            if (!closed) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /** Waits for the turn that runs, at most 5 s. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False while a disk that does not answer holds it. */
    boolean hasEnded() {
        return !thread.isAlive();
    }
}
