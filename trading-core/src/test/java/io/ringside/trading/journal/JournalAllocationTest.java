package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journaled tick allocates on the ring thread. */
class JournalAllocationTest {

    private static final int WARM_UP_TICKS = 50_000;
    private static final int TICKS = 100_000;

    @TempDir
    private Path directory;

    @Test
    void shouldAllocateLessThanOneBytePerTick() throws IOException {
        JournalConfig config = new JournalConfig(directory, 32 << 20, 1L << 40, 1L << 40, true, ForceMode.ORDERS);
        com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        PipelineEvent tick = new PipelineEvent();
        tick.tick().set(1, 2, 3, 4);
        tick.tick().setQuote(-8, -8, 1, 2, 3, 4);

        try (JournalRig rig = new JournalRig(directory).with(config).open(1)) {
            publish(rig, tick, WARM_UP_TICKS);
            long before = threads.getThreadAllocatedBytes(thread);
            publish(rig, tick, TICKS);
            long bytes = threads.getThreadAllocatedBytes(thread) - before;

            assertThat(rig.count("records journaled")).isEqualTo(WARM_UP_TICKS + TICKS);
            assertThat(rig.count("journal segments begun")).as("a roll would allocate").isEqualTo(1);
            assertThat(bytes).as("bytes allocated for %s ticks", TICKS).isLessThan(TICKS);
        }
    }

    private static void publish(JournalRig rig, PipelineEvent tick, int count) {
        for (int i = 0; i < count; i++) {
            rig.publish(tick);
        }
    }
}
