package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalSpaceTest {

    private static final long NEEDED = 4 * JournalRig.SEGMENT_BYTES;

    @TempDir
    private Path directory;
    private JournalRig rig;

    @BeforeEach
    void make() {
        rig = new JournalRig(directory);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void shouldReportAtTheStartThatFewerThanFourSegmentsFit() throws IOException {
        rig.diskHas(NEEDED - 1);

        rig.open(1);

        assertThat(rig.told()).containsExactly("low: " + (NEEDED - 1) + " of " + NEEDED);
    }

    @Test
    void shouldReportOnceWhileRunningThatFewerThanFourSegmentsFit() throws IOException {
        rig.diskHas(NEEDED);
        rig.open(1);
        assertThat(rig.told()).isEmpty();

        rig.diskHas(100);
        for (int second = 0; second < 10; second++) {
            rig.pass(1_000);
            rig.doWork();
        }

        assertThat(rig.told()).containsExactly("low: 100 of " + NEEDED);
    }

    @Test
    void shouldReportThatThereIsRoomAgainOnceAFifthSegmentFits() throws IOException {
        rig.diskHas(100);
        rig.open(1);

        rig.diskHas(NEEDED + JournalRig.SEGMENT_BYTES - 1);
        rig.pass(1_000);
        rig.doWork();
        assertThat(rig.told()).hasSize(1);
        rig.diskHas(NEEDED + JournalRig.SEGMENT_BYTES);
        rig.pass(1_000);
        rig.doWork();

        assertThat(rig.told()).hasSize(2).last().isEqualTo("room: " + (NEEDED + JournalRig.SEGMENT_BYTES));
    }

    @Test
    void shouldReportTheNextShortageToo() throws IOException {
        rig.open(1);
        for (long free : new long[] {100, 10 * NEEDED, 200}) {
            rig.diskHas(free);
            rig.pass(1_000);
            rig.doWork();
        }

        assertThat(rig.told()).containsExactly("low: 100 of " + NEEDED, "room: " + 10 * NEEDED,
            "low: 200 of " + NEEDED);
    }
}
