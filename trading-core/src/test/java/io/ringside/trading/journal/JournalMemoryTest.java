package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading a journal allocates, which must not grow with its segments: a run's heap may be small. */
class JournalMemoryTest {

    private static final long LARGE_BYTES = 256L << 20;
    private static final long MOST_BYTES = 8L << 20;

    @TempDir
    private Path directory;

    @Test
    void shouldReadAndContinueALargeSegmentInLittleMemory() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timers(100);
        }
        try (RandomAccessFile file = new RandomAccessFile(directory.resolve("journal-000000000001.rsj").toFile(),
            "rw")) {
            file.setLength(LARGE_BYTES);
        }
        com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();

        long before = threads.getThreadAllocatedBytes(thread);
        int records = Records.all(directory).size();
        new JournalRig(directory).open(2).close();
        long bytes = threads.getThreadAllocatedBytes(thread) - before;

        assertThat(records).isEqualTo(100);
        assertThat(bytes).as("bytes allocated").isLessThan(MOST_BYTES);
    }
}
