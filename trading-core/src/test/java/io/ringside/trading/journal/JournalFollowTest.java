package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that stays behind the writer. */
class JournalFollowTest {

    @TempDir
    private Path directory;

    @Test
    void shouldSeeEachRecordOnceItIsAppended() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1);
             JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            assertThat(reader.nextWritten()).isFalse();

            rig.timer();
            assertThat(reader.nextWritten()).isTrue();
            assertThat(reader.sequence()).isZero();
            assertThat(reader.nextWritten()).isFalse();

            rig.timers(2);
            assertThat(reader.nextWritten()).isTrue();
            assertThat(reader.nextWritten()).isTrue();
            assertThat(reader.sequence()).isEqualTo(2);
        }
    }

    @Test
    void shouldGoOnInTheNextSegmentAndInTheNextRun() throws IOException {
        List<Long> sequences = new ArrayList<>();
        List<Long> runs = new ArrayList<>();
        JournalReader reader;
        long last;
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            reader = JournalReader.newest(directory).orElseThrow();
            JournalTest.timersThatRoll(rig);
            follow(reader, sequences, runs);
            assertThat(sequences).hasSize((int) rig.sequence());
            rig.timer();
            last = rig.sequence();
        }
        follow(reader, sequences, runs);
        try (JournalRig rig = new JournalRig(directory)) {
            rig.timersBefore(last);
            rig.open(2);
            rig.timer();
            follow(reader, sequences, runs);
        }
        reader.close();

        assertThat(sequences).hasSize((int) last + 1).isSorted().doesNotHaveDuplicates();
        assertThat(runs).containsExactly(1L, 2L);
    }

    private static void follow(JournalReader reader, List<Long> sequences, List<Long> runs) throws IOException {
        while (reader.nextWritten()) {
            if (reader.kind() == JournalReader.Kind.START) {
                runs.add(reader.start().runId());
            } else {
                sequences.add(reader.sequence());
            }
        }
    }
}
