package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.trading.journal.segment.JournalMark.Repair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a claim does to the end of a journal before it lets anybody read it. */
class JournalRepairTest {

    private static final int PAGE_BYTES = 4096;

    @TempDir
    private Path directory;

    @Test
    void shouldRepairNothingInANewDirectoryOrAfterACleanEndOrAKill() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            assertThat(rig.repairs()).isEmpty();
        }
        Path copy = Files.createDirectory(directory.resolve("killed"));
        try (JournalRig rig = new JournalRig(directory).open(2)) {
            assertThat(rig.repairs()).isEmpty();
            rig.timers(5);
            rig.doWork();
            copyTo(copy);
        }

        try (JournalRig rig = new JournalRig(copy).open(3)) {
            assertThat(rig.repairs()).isEmpty();
        }
        assertThat(Records.all(copy)).isEqualTo(Records.timers(0, 5));
    }

    @Test
    void shouldKeepATornRecordAtItsPlaceWithoutCallingItLost() throws IOException {
        Path file = directory.resolve("journal-000000000001.rsj");
        int end;
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timers(3);
            end = (int) rig.journal().position();
        }
        byte[] torn = Arrays.copyOf(Files.readAllBytes(file), end + 20);
        torn[end + 9] = 7;
        torn[end + 19] = 8;
        Files.write(file, torn);

        try (JournalRig rig = new JournalRig(directory).open(2)) {
            assertThat(rig.repairs()).singleElement().satisfies(repair -> {
                assertThat(repair.recordsLost()).isFalse();
                assertThat(repair.text()).contains("ends torn at byte " + end, "20 bytes are kept in " + file + ".cut");
            });
        }
        byte[] kept = Files.readAllBytes(directory.resolve("journal-000000000001.rsj.cut"));
        assertThat(Arrays.copyOfRange(kept, end, kept.length)).isEqualTo(Arrays.copyOfRange(torn, end, torn.length));
        assertThat(Files.size(file)).isEqualTo(end);
    }

    @Test
    void shouldNeverPutAsideOverWhatWasPutAside() throws IOException {
        Path file = directory.resolve("journal-000000000001.rsj");
        for (int run = 1; run <= 3; run++) {
            new JournalRig(directory).open(run).close();
            byte[] holed = Files.readAllBytes(file);
            holed = Arrays.copyOf(holed, 3 * PAGE_BYTES);
            Arrays.fill(holed, 0, PAGE_BYTES, (byte) 0);
            holed[2 * PAGE_BYTES] = (byte) run;
            Files.write(file, holed);
        }
        new JournalRig(directory).open(4).close();

        assertThat(names()).contains("journal-000000000001.rsj.cut", "journal-000000000001.rsj.cut-2",
            "journal-000000000001.rsj.cut-3");
        assertThat(Files.readAllBytes(directory.resolve("journal-000000000001.rsj.cut-2"))[2 * PAGE_BYTES])
            .isEqualTo((byte) 2);
    }

    @Test
    void shouldNoticeThatTheSegmentInUseIsMissingAfterAKill() throws IOException {
        Path copy = Files.createDirectory(directory.resolve("killed"));
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            JournalTest.timersThatRoll(rig);
            rig.doWork();
            copyTo(copy);
        }
        Files.delete(copy.resolve("journal-000000000002.rsj"));

        try (JournalRig rig = new JournalRig(copy).open(2)) {
            assertThat(rig.repairs()).singleElement().matches(Repair::recordsLost);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void shouldNoticeThatTheSegmentInUseWasCutOffWithinItsRecordsAfterAKill(boolean withinRecords, boolean noticed)
        throws IOException {
        Path copy = Files.createDirectory(directory.resolve("killed"));
        int twoRecords;
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timers(2);
            twoRecords = (int) rig.journal().position();
            rig.timers(3);
            rig.doWork();
            copyTo(copy);
        }
        Path file = copy.resolve("journal-000000000001.rsj");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, withinRecords ? twoRecords : whole.length - PAGE_BYTES));

        for (int attempt = 0; attempt < 2; attempt++) {
            JournalClaim claim = JournalClaim.take(JournalRig.config(copy));
            assertThat(claim.repairs().stream().anyMatch(Repair::recordsLost)).isEqualTo(noticed);
            claim.close();
        }
        try (JournalRig rig = new JournalRig(copy).open(2)) {
            assertThat(rig.repairs()).hasSize(noticed ? 1 : 0);
        }
    }

    @Test
    void shouldNotMissASegmentThatAKillKeptFromBeingBegun() throws IOException {
        new JournalRig(directory).open(1).close();
        Files.write(directory.resolve("journal-000000000002.rsj"), new byte[PAGE_BYTES]);

        try (JournalRig rig = new JournalRig(directory).open(2)) {
            assertThat(rig.repairs()).isEmpty();
        }
        assertThat(names()).containsExactlyInAnyOrder("journal.lock", "journal-000000000001.rsj",
            "journal-000000000002.rsj");
    }

    @Test
    void shouldStartWithoutAMarkOrWithOneThatCannotBeRead() throws IOException {
        new JournalRig(directory).open(1).close();
        Files.writeString(directory.resolve("journal.lock"), "segment ?");

        try (JournalRig rig = new JournalRig(directory).open(2)) {
            assertThat(rig.repairs()).isEmpty();
        }
        assertThat(directory.resolve("journal.lock")).content().startsWith("segment 2 has ");
    }

    @Test
    void shouldTellAgainWhatNoRunHasTakenOver() throws IOException {
        new JournalRig(directory).open(1).close();
        Files.delete(directory.resolve("journal-000000000001.rsj"));
        JournalClaim.take(JournalRig.config(directory)).close();

        try (JournalClaim again = JournalClaim.take(JournalRig.config(directory))) {
            assertThat(again.repairs()).singleElement().matches(Repair::recordsLost);
        }
        new JournalRig(directory).open(2).close();
        try (JournalRig rig = new JournalRig(directory).open(3)) {
            assertThat(rig.repairs()).isEmpty();
        }
    }

    @Test
    void shouldTouchNothingWhileAnotherRunWrites() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.doWork();
            Set<String> before = names();

            assertThatThrownBy(() -> JournalClaim.take(JournalRig.config(directory))).isInstanceOf(IOException.class)
                .hasMessageContaining("is being written by another run");
            assertThat(names()).isEqualTo(before);
        }
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /** As a kill leaves the directory. */
    private void copyTo(Path copy) throws IOException {
        for (String name : names()) {
            if (name.startsWith("journal")) {
                Files.copy(directory.resolve(name), copy.resolve(name));
            }
        }
    }
}
