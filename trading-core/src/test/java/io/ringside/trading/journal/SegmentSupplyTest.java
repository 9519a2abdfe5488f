package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.runtime.Counters;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.MappedSegments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentSupplyTest {

    private static final int SEGMENTS = 3_000;
    private static final int BYTES = 4_096;

    @TempDir
    private Path directory;

    @Test
    void shouldNotLoseThePreparedSegmentThatIsBegunWhileTheNextIsPrepared() throws IOException {
        SegmentSupply supply = new SegmentSupply(new JournalDirectory(directory), MappedSegments::make, BYTES,
            JournalClock.SYSTEM, new Counters());
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> journalIo = CompletableFuture.runAsync(() -> {
            while (!ended.get()) {
                supply.prepare();
            }
        });
        try {
            for (int number = 1; number <= SEGMENTS; number++) {
                supply.begin(number, BYTES).unmap();
            }
        } finally {
            ended.set(true);
            journalIo.join();
        }

        supply.discard();
        assertThat(new JournalDirectory(directory).numbers()).hasSize(SEGMENTS);
    }
}
