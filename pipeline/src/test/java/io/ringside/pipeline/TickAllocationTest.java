package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.runtime.ThreadNames;
import io.ringside.sim.quote.QuoteWalk;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tick allocates from the socket to the last handler of the real pipeline, and on its way to the terminal. */
@Tag("slow")
@Timeout(60)
class TickAllocationTest {

    private static final Set<String> TICK_PATH = Set.of(ThreadNames.FEED_IO, ThreadNames.RING, ThreadNames.TIMER,
        ThreadNames.CONSOLE, ThreadNames.CONSOLE_OUT);
    private static final int TICKS_PER_SECOND_AND_SYMBOL = 10_000;
    private static final long WARM_UP_TICKS = 60_000;
    private static final long TICKS = 100_000;
    /** A consumer may wait long for its turn on a busy machine; retries on a full ring allocate. */
    private static final String ROOMY = "65536";

    private final com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(strings = {"blocking", "shared-thread"})
    void shouldAllocateLessThanOneBytePerTickOverAllThreadsOfTheTickPath(String waitMode)
        throws InterruptedException {
        assertLessThanOneBytePerTick(Map.of("WAIT_MODE", waitMode));
    }

    /** The thread that prepares segments is not on the tick path and not counted. */
    @Test
    void shouldAllocateLessThanOneBytePerTickWithJournalStrategyAndARestingOrder(@TempDir Path directory)
        throws InterruptedException {
        assertLessThanOneBytePerTick(Map.of("JOURNAL_DIR", directory.toString(), "STRATEGY", "on",
            "STRATEGY_PARAMETERS", "fast=2000 slow=10000 cooldown=24h"));
    }

    private void assertLessThanOneBytePerTick(Map<String, String> settings) throws InterruptedException {
        Map<String, String> values = new HashMap<>(Map.of("RING_SLOTS", ROOMY));
        values.putAll(settings);
        QuoteWalk walk = new QuoteWalk(List.of("BTCUSDT", "ETHUSDT"), TICKS_PER_SECOND_AND_SYMBOL,
            new SplittableRandom(1), System::nanoTime);

        try (PipelineRig rig = new PipelineRig(walk, null, 0, values)) {
            awaitTicks(rig, WARM_UP_TICKS);
            rig.type("/buy BTCUSDT 0.001 66000");
            rig.awaitPrinted(text -> text.endsWith("buy 0.00100 BTCUSDT at 66000.00 GTC sent"));
            long ticksBefore = rig.count("quotes accepted");
            long bytesBefore = allocatedBytes();
            awaitTicks(rig, ticksBefore + TICKS);
            long bytes = allocatedBytes() - bytesBefore;

            assertThat(bytes).as("bytes allocated by %s for %s ticks", TICK_PATH, TICKS).isLessThan(TICKS);
        }
    }

    private static void awaitTicks(PipelineRig rig, long ticks) {
        while (rig.count("quotes accepted") < ticks) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private long allocatedBytes() {
        long bytes = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && TICK_PATH.contains(info.getThreadName())) {
                bytes += threads.getThreadAllocatedBytes(id);
            }
        }
        return bytes;
    }
}
