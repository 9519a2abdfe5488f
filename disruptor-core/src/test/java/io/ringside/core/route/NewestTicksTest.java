package io.ringside.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Tick;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NewestTicksTest {

    private static final int SYMBOLS = 8;
    private static final int COPIES = 500;

    private final NewestTicks newest = new NewestTicks(SYMBOLS);
    private final Tick written = new PipelineEvent().tick();
    private final Tick read = new PipelineEvent().tick();

    @Test
    void shouldHaveNothingBeforeTheFirstTick() {
        write(1, 7);

        assertThat(newest.copyNewer(0, 0, read)).isZero();
    }

    @Test
    void shouldHandOverTheNewestTickOfEachSymbolOnce() {
        write(0, 7);
        write(0, 8);
        write(1, 9);

        long version = newest.copyNewer(0, 0, read);
        assertThat(version).isPositive();
        assertThat(read.updateId()).isEqualTo(8);
        assertThat(newest.copyNewer(0, version, read)).as("nothing new").isEqualTo(version);

        write(0, 10);
        assertThat(newest.copyNewer(0, version, read)).isGreaterThan(version);
        assertThat(read.updateId()).isEqualTo(10);
    }

    /**
     * All fields of a tick are made of its update id, so that one that is half of another shows. The symbols take
     * turns: one that is always being written cannot be read.
     */
    @Test
    void shouldNeverHandOverHalfATickNorAnOlderOne() throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (long id = 1; !enough.get(); id++) {
                write((int) (id % SYMBOLS), id);
            }
        });
        long[] seenVersions = new long[SYMBOLS];
        long[] seenIds = new long[SYMBOLS];
        int copies = 0;
        writer.start();
        try {
            for (int look = 0; copies < COPIES; look++) {
                int symbolId = look % SYMBOLS;
                long version = newest.copyNewer(symbolId, seenVersions[symbolId], read);
                if (version != seenVersions[symbolId]) {
                    assertWhole(symbolId);
                    assertThat(read.updateId()).isGreaterThan(seenIds[symbolId]);
                    seenIds[symbolId] = read.updateId();
                    seenVersions[symbolId] = version;
                    copies++;
                } else {
                    Thread.yield();
                }
            }
        } finally {
            enough.set(true);
            writer.join();
        }
    }

    private void assertWhole(int symbolId) {
        long id = read.updateId();
        boolean whole = read.symbolId() == symbolId && id % SYMBOLS == symbolId && read.receivedNs() == ~id
            && read.receivedEpochNs() == 3 * id && read.bidPrice() == id + 1 && read.bidQty() == id + 2
            && read.askPrice() == id + 3 && read.askQty() == id + 4;
        assertThat(whole).as("tick %s of symbol %s is whole", id, symbolId).isTrue();
    }

    private void write(int symbolId, long id) {
        written.set(symbolId, id, ~id, 3 * id);
        written.setQuote(-2, -8, id + 1, id + 2, id + 3, id + 4);
        newest.onTick(written, id);
    }
}
