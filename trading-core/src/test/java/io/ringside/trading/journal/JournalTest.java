package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.journal.codec.StartRecords;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Decision DECISION = Records.cancelRequested(4);

    @TempDir
    private Path directory;

    @Test
    void shouldGiveBackEventsAndDecisionsInTheirOrder() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timers(2);
            for (Decision decision : Records.oneOfEach("é")) {
                rig.decide(decision);
            }
            rig.timer();
        }

        List<String> expected = new ArrayList<>(Records.timers(0, 2));
        Records.oneOfEach("é").forEach(decision -> expected.add("1 " + decision));
        expected.add("2 TIMER");
        assertThat(Records.all(directory)).isEqualTo(expected);
    }

    @Test
    void shouldBeginWithRunConfigurationAndSnapshot() throws IOException {
        try (JournalRig rig = new JournalRig(directory)) {
            rig.timersBefore(41);
            rig.open(77, "symbols=币安人生USDT");
        }

        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            SegmentStart start = reader.start();
            assertThat(start.number()).isEqualTo(1);
            assertThat(start.runId()).isEqualTo(77);
            assertThat(start.epochNs()).isEqualTo(1_000_000_000);
            assertThat(start.firstSequence()).isEqualTo(41);
            assertThat(start.configText()).isEqualTo("symbols=币安人生USDT");
            assertThat(JournalRig.state(start)).isEqualTo(41);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void shouldCarryAConfigurationAndASnapshotOfManyParts() throws IOException {
        byte[] ballast = new byte[StartRecords.PART_BYTES * 3];
        ballast[ballast.length - 1] = 5;
        String text = "é".repeat(StartRecords.PART_BYTES);
        try (JournalRig rig = new JournalRig(directory, ballast).open(1, text)) {
            rig.timers(3);
        }

        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            assertThat(reader.start().configText()).isEqualTo(text);
            assertThat(reader.start().snapshot().get(1))
                .isEqualTo(new SavedPart("ballast", 2, false, 0, ballast));
            assertThat(Records.lines(reader)).isEqualTo(Records.timers(0, 3));
        }
    }

    @Test
    void shouldLeaveOutTicksAndNothingElseWhenTheyAreSwitchedOff() throws IOException {
        PipelineEvent tick = new PipelineEvent();
        tick.tick().set(0, 1, 2, 3);
        JournalConfig config = new JournalConfig(directory, JournalRig.SEGMENT_BYTES, 1L << 40, 1L << 40, false,
            ForceMode.NEVER);
        try (JournalRig rig = new JournalRig(directory).with(config).open(1)) {
            rig.publish(tick);
            rig.decide(DECISION);
            rig.timer();
        }

        assertThat(Records.all(directory)).containsExactly("0 " + DECISION, "1 TIMER");
    }

    @Test
    void shouldGoOnBehindTheLastRunAndTellTheRunsApart() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timers(3);
        }
        try (JournalRig rig = new JournalRig(directory).open(2)) {
            rig.timers(2);
        }

        assertThat(Records.all(directory)).containsExactly("0 TIMER", "1 TIMER", "2 TIMER", "0 TIMER", "1 TIMER");
        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            assertThat(reader.start().runId()).isEqualTo(2);
            assertThat(reader.start().number()).isEqualTo(2);
            assertThat(Records.lines(reader)).isEqualTo(Records.timers(0, 2));
        }
        assertThat(JournalReader.at(directory, 1).start().configText()).isEqualTo("config of run 1");
    }

    @Test
    void shouldKeepASecondWriterOut() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            assertThatThrownBy(() -> new JournalRig(directory).open(2)).isInstanceOf(IOException.class)
                .hasMessageContaining(directory + " is being written by another run");
            rig.timer();
        }

        new JournalRig(directory).open(3).close();
        assertThat(Records.all(directory)).isEqualTo(Records.timers(0, 1));
    }

    @Test
    void shouldBeReadableWhileItIsWritten() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timers(2);
            try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
                assertThat(Records.lines(reader)).isEqualTo(Records.timers(0, 2));
                rig.timers(3);
                assertThat(reader.tornTail()).isEmpty();
            }
            assertThat(Records.all(directory)).isEqualTo(Records.timers(0, 5));
        }
    }

    @Test
    void shouldGoOnWhereARecordWasAppendedAfterItMetTheEnd() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timers(2);
            try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
                assertThat(Records.lines(reader)).isEqualTo(Records.timers(0, 2));
                rig.timers(2);

                assertThat(Records.lines(reader)).isEqualTo(Records.timers(2, 4));
            }
        }
    }

    @Test
    void shouldNotReadPastRecordsThatWereWrittenBetweenReadingAndRolling() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timers(2);
            try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
                int last = timersThatRoll(rig);

                assertThat(Records.lines(reader)).isEqualTo(Records.timers(0, last));
            }
        }
    }

    @Test
    void shouldGrowInPositionWithEachRecordAndOverRolls() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            long position = rig.journal().position();
            for (int i = 0; i < 40_000; i++) {
                rig.timer();
                assertThat(rig.journal().position()).isGreaterThan(position);
                position = rig.journal().position();
            }
            assertThat(rig.count("journal segments begun")).isGreaterThan(1);
            assertThat(rig.count("records journaled")).isEqualTo(40_000);
        }
    }

    @Test
    void shouldHoldNoJournalWhereNoneIs() throws IOException {
        assertThat(JournalReader.newest(directory)).isEmpty();
        assertThat(JournalReader.oldest(directory.resolve("none"))).isEmpty();
        assertThatThrownBy(() -> JournalReader.at(directory, 3)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void shouldLeaveNothingButSegmentsAndTheLockWithItsOwnThread() throws IOException {
        JournalRig rig = new JournalRig(directory);
        Journal journal;
        try (JournalClaim claim = JournalClaim.take(JournalRig.config(directory))) {
            journal = claim.begin(new JournalRun(1, "", 0), rig, new Counters());
        }
        journal.close();
        journal.close();

        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder("journal.lock", "journal-000000000001.rsj");
        }
        assertThat(Files.size(directory.resolve("journal-000000000001.rsj"))).isLessThan(300);
    }

    @Test
    void shouldCountWhatComesAfterClosing() throws IOException {
        JournalRig rig = new JournalRig(directory).open(1);
        rig.close();

        rig.timer();
        rig.decide(DECISION);

        assertThat(rig.count("records not journaled")).isEqualTo(2);
        assertThat(rig.told()).isEmpty();
    }

    /** Number of events until the second segment holds one. */
    static int timersThatRoll(JournalRig rig) {
        long begun = rig.count("journal segments begun");
        while (rig.count("journal segments begun") == begun) {
            rig.timer();
        }
        return (int) rig.sequence();
    }
}
