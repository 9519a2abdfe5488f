package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.Decision;
import io.ringside.trading.journal.codec.SegmentStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalRollTest {

    @TempDir
    private Path directory;

    @Test
    void shouldRollToThePreparedSegmentWithASnapshotFromBeforeTheEvent() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.doWork();
            int events = JournalTest.timersThatRoll(rig);

            assertThat(rig.count("journal segments made late")).isZero();
            assertThat(Records.all(directory)).isEqualTo(Records.timers(0, events));
            try (JournalReader second = JournalReader.newest(directory).orElseThrow()) {
                assertThat(second.start().number()).isEqualTo(2);
                assertThat(second.start().firstSequence()).isEqualTo(events - 1);
                assertThat(JournalRig.state(second.start())).isEqualTo(events - 1);
                assertThat(Records.lines(second)).isEqualTo(Records.timers(events - 1, events));
            }
        }
    }

    @Test
    void shouldMakeASegmentItselfWhenNoneIsPrepared() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            int events = JournalTest.timersThatRoll(rig);

            assertThat(rig.count("journal segments made late")).isEqualTo(1);
            assertThat(Records.all(directory)).isEqualTo(Records.timers(0, events));
        }
    }

    @Test
    void shouldKeepDecisionsInTheSegmentOfTheirEventThoughItIsAlmostFull() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            while (rig.journal().position() + 32 <= JournalRig.SEGMENT_BYTES - SegmentRoll.HEAD_ROOM_BYTES) {
                rig.timer();
            }
            rig.decide(Records.placed(1, "x".repeat(1_000)));

            assertThat(rig.count("journal segments begun")).isEqualTo(1);
            rig.timer();
            assertThat(rig.count("journal segments begun")).isEqualTo(2);
        }
    }

    @Test
    void shouldContinueDecisionsThatNoHeadRoomHoldsWithoutASnapshotOfAHalfDoneEvent() throws IOException {
        List<String> expected = new ArrayList<>();
        Decision decision = Records.placed(1, "x".repeat(60_000));
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timer();
            expected.add("0 TIMER");
            for (int i = 0; i < 20; i++) {
                rig.decide(decision);
                expected.add("0 " + decision);
            }
            assertThat(JournalReader.newest(directory).orElseThrow().start().number()).isEqualTo(1);
            assertThat(rig.count("journal segments begun")).isGreaterThan(1);
            rig.timer();
            expected.add("1 TIMER");

            SegmentStart newest = JournalReader.newest(directory).orElseThrow().start();
            assertThat(newest.number()).isEqualTo(rig.count("journal segments begun"));
            assertThat(newest.firstSequence()).isEqualTo(1);
        }

        assertThat(Records.all(directory)).isEqualTo(expected);
    }

    @Test
    void shouldMakeLargerSegmentsForALargeSnapshot() throws IOException {
        byte[] ballast = new byte[(int) JournalRig.SEGMENT_BYTES * 2];
        try (JournalRig rig = new JournalRig(directory, ballast).open(1)) {
            rig.doWork();
            int events = JournalTest.timersThatRoll(rig);

            assertThat(rig.count("journal segments made late")).isZero();
            assertThat(Records.all(directory)).isEqualTo(Records.timers(0, events));
        }
    }

    @Test
    void shouldDeleteTheOldestBySizeButNeverTheNewestTwoThatAreDone() throws IOException {
        JournalConfig config = new JournalConfig(directory, JournalRig.SEGMENT_BYTES, JournalRig.SEGMENT_BYTES,
            1L << 40, true, ForceMode.NEVER);
        try (JournalRig rig = new JournalRig(directory).with(config).open(1)) {
            for (int i = 0; i < 4; i++) {
                JournalTest.timersThatRoll(rig);
            }
            rig.doWork();

            assertThat(JournalReader.numbers(directory)).containsExactly(3L, 4L, 5L);
            assertThat(rig.count("journal segments pruned")).isEqualTo(2);
        }
    }

    @Test
    void shouldKeepWhatTheSizeAllows() throws IOException {
        JournalConfig config = new JournalConfig(directory, JournalRig.SEGMENT_BYTES, 5 * JournalRig.SEGMENT_BYTES,
            1L << 40, true, ForceMode.NEVER);
        try (JournalRig rig = new JournalRig(directory).with(config).open(1)) {
            for (int i = 0; i < 5; i++) {
                JournalTest.timersThatRoll(rig);
            }
            rig.doWork();

            assertThat(JournalReader.numbers(directory)).containsExactly(2L, 3L, 4L, 5L, 6L);
        }
    }

    @Test
    void shouldDeleteTheSegmentsWhoseRecordsAreAllTooOldAlsoThoseOfEarlierRuns() throws IOException {
        JournalConfig config = new JournalConfig(directory, JournalRig.SEGMENT_BYTES, 1L << 40, 10_000, true,
            ForceMode.NEVER);
        for (int run = 0; run < 3; run++) {
            new JournalRig(directory).open(run).close();
        }
        try (JournalRig rig = new JournalRig(directory).with(config).open(9)) {
            rig.doWork();
            assertThat(JournalReader.numbers(directory)).hasSize(4);

            rig.pass(10_000);
            rig.doWork();
            assertThat(JournalReader.numbers(directory)).as("exactly as old as allowed").hasSize(4);

            rig.pass(1);
            rig.doWork();
            assertThat(JournalReader.numbers(directory)).containsExactly(2L, 3L, 4L);
        }
    }

    @Test
    void shouldKeepSegmentsThatAreStillToBeReadWhateverTheirSize() throws IOException {
        JournalConfig config = new JournalConfig(directory, JournalRig.SEGMENT_BYTES, JournalRig.SEGMENT_BYTES,
            1L << 40, true, ForceMode.NEVER);
        try (JournalRig rig = new JournalRig(directory).with(config).open(1)) {
            rig.need(2);
            for (int i = 0; i < 5; i++) {
                JournalTest.timersThatRoll(rig);
            }
            rig.doWork();
            assertThat(JournalReader.numbers(directory)).containsExactly(2L, 3L, 4L, 5L, 6L);

            rig.need(6);
            rig.doWork();
            assertThat(JournalReader.numbers(directory)).containsExactly(4L, 5L, 6L);
        }
    }
}
