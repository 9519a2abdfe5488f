package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.trading.journal.segment.JournalDamage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a segment whose bytes are not all there, or not what was written. */
class JournalDamageTest {

    private static final int PAGE_BYTES = 4096;

    @TempDir
    private Path directory;

    private Path file;
    private byte[] whole;
    /** Where the records behind the start begin, and the end of the last. */
    private final List<Integer> bounds = new ArrayList<>();
    private List<String> records;

    @BeforeEach
    void writeARun() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            bounds.add((int) rig.journal().position());
            for (int i = 0; i < 2; i++) {
                rig.timer();
                bounds.add((int) rig.journal().position());
                rig.decide(Records.placed(i, "é"));
                bounds.add((int) rig.journal().position());
            }
        }
        file = directory.resolve("journal-000000000001.rsj");
        whole = Files.readAllBytes(file);
        records = Records.all(directory);
        assertThat(bounds).endsWith(whole.length);
    }

    @Test
    void shouldReadExactlyTheWholeRecordsWhereverTheFileIsCut() throws IOException {
        for (int length = bounds.get(0); length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(Records.all(directory)).as("cut to %s bytes", length).isEqualTo(recordsWithin(length));
        }
    }

    @Test
    void shouldReadExactlyTheWholeRecordsWhereverZerosBegin() throws IOException {
        for (int length = bounds.get(0); length <= whole.length; length++) {
            byte[] torn = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length + PAGE_BYTES);
            Files.write(file, torn);
            // Where only zeros are missing, nothing is.
            int reaches = Arrays.equals(Arrays.copyOf(torn, whole.length), whole) ? whole.length : length;
            List<String> expected = recordsWithin(reachesOver(reaches));

            assertThat(Records.all(directory)).as("zeros from byte %s", length).isEqualTo(expected);
        }
    }

    @Test
    void shouldGoOnBehindTheWholeRecordsWhereverTheFileWasCut() throws IOException {
        for (int length = bounds.get(0); length <= whole.length; length += 3) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (JournalRig rig = new JournalRig(directory).open(2)) {
                rig.timer();
            }

            List<String> expected = new ArrayList<>(recordsWithin(length));
            expected.add("0 TIMER");
            assertThat(Records.all(directory)).as("cut to %s bytes", length).isEqualTo(expected);
            Files.delete(directory.resolve("journal-000000000002.rsj"));
        }
    }

    @Test
    void shouldTellWhatIsCut() throws IOException {
        int begin = bounds.get(bounds.size() - 2);
        Files.write(file, Arrays.copyOf(whole, begin + 17));

        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            Records.lines(reader);
            assertThat(reader.tornTail()).hasValueSatisfying(tail -> {
                assertThat(tail.position()).isEqualTo(begin);
                assertThat(tail.bytes()).isEqualTo(17);
                assertThat(tail.text()).contains(file.toString(), "at byte " + begin, "17 bytes not read");
            });
        }
        assertThat(Files.size(file)).as("readers change nothing").isEqualTo(begin + 17);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x80, 0xFF})
    void shouldFindEachChangedByteOfAPaddedRecordThatIsNotTheLast(int change) throws IOException {
        for (int at = bounds.get(1); at < bounds.get(2); at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) change;
            Files.write(file, changed);

            assertThatThrownBy(() -> Records.all(directory)).as("byte %s", at)
                .isInstanceOfSatisfying(JournalDamage.class, damage -> {
                    assertThat(damage.file()).isEqualTo(file);
                    assertThat(damage.position()).isEqualTo((long) bounds.get(1));
                    assertThat(damage).hasMessageContaining(file + " at byte " + bounds.get(1));
                });
        }
    }

    @Test
    void shouldFindALengthThatWasSetToZero() throws IOException {
        byte[] changed = whole.clone();
        Arrays.fill(changed, bounds.get(1), bounds.get(1) + Integer.BYTES, (byte) 0);
        Files.write(file, changed);

        assertThatThrownBy(() -> Records.all(directory)).isInstanceOf(JournalDamage.class);
    }

    @Test
    void shouldFindEachChangedByteOfTheStart() throws IOException {
        for (int at = 0; at < bounds.get(0); at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0xFF;
            Files.write(file, changed);

            assertThatThrownBy(() -> Records.all(directory)).as("byte %s", at).isInstanceOf(JournalDamage.class);
        }
    }

    @Test
    void shouldCutTheLastRecordWhicheverOfItsBytesIsWrong() throws IOException {
        int begin = bounds.get(bounds.size() - 2);
        for (int at = begin; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0xFF;
            Files.write(file, changed);

            assertThat(Records.all(directory)).as("byte %s", at).isEqualTo(recordsWithin(begin));
        }
    }

    @Test
    void shouldFindAnyTornEndThatIsNotInTheLastSegment() throws IOException {
        new JournalRig(directory).open(2).close();

        for (int length = bounds.get(0); length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Records.all(directory)).as("cut to %s bytes", length)
                .isInstanceOf(JournalDamage.class);
        }
    }

    @Test
    void shouldFindAMissingSegment() throws IOException {
        new JournalRig(directory).open(2).close();
        new JournalRig(directory).open(3).close();
        Files.delete(directory.resolve("journal-000000000002.rsj"));

        assertThatThrownBy(() -> Records.all(directory)).isInstanceOf(JournalDamage.class)
            .hasMessageContaining("there is segment 3");
    }

    @Test
    void shouldRefuseToWriteBehindDamage() throws IOException {
        byte[] changed = whole.clone();
        changed[bounds.get(1) + 20] ^= 1;
        Files.write(file, changed);

        assertThatThrownBy(() -> new JournalRig(directory).open(2)).isInstanceOf(JournalDamage.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(changed);
    }

    @Test
    void shouldCutAtAPageThatAPowerLossKeptFromTheDisk() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(2)) {
            rig.timers(1_000);
        }
        Path last = directory.resolve("journal-000000000002.rsj");
        byte[] holed = Files.readAllBytes(last);
        Arrays.fill(holed, PAGE_BYTES, 2 * PAGE_BYTES, (byte) 0);
        Files.write(last, holed);

        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            int read = Records.lines(reader).size();

            assertThat(read).isBetween(PAGE_BYTES / 32 - 10, PAGE_BYTES / 32);
            assertThat(reader.tornTail().orElseThrow().reason()).isEqualTo("a part was never written");
        }
    }

    @Test
    void shouldUseTheSegmentBeforeOneThatWasOnlyBeingBegun() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(2)) {
            rig.timers(3);
        }
        Path last = directory.resolve("journal-000000000003.rsj");
        new JournalRig(directory, new byte[] {1, 2, 3}).open(3).close();
        byte[] begun = Files.readAllBytes(last);
        for (int length = 0; length <= begun.length - Long.BYTES; length++) {
            Files.write(last, Arrays.copyOf(Arrays.copyOf(begun, length), PAGE_BYTES));

            try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
                assertThat(reader.start().runId()).as("start torn at %s", length).isEqualTo(2);
                assertThat(Records.lines(reader)).isEqualTo(Records.timers(0, 3));
                assertThat(reader.tornTail()).isPresent();
            }
        }
        new JournalRig(directory).open(4).close();
        assertThat(JournalReader.newest(directory).orElseThrow().start().number()).isEqualTo(3);
        assertThat(JournalReader.newest(directory).orElseThrow().start().runId()).isEqualTo(4);
    }

    private List<String> recordsWithin(int length) {
        int count = 0;
        while (count + 1 < bounds.size() && bounds.get(count + 1) <= length) {
            count++;
        }
        return records.subList(0, count);
    }

    /** Zeros that follow are as good as those that were written. */
    private int reachesOver(int length) {
        int reaches = length;
        while (reaches < whole.length && whole[reaches] == 0) {
            reaches++;
        }
        return reaches;
    }
}
