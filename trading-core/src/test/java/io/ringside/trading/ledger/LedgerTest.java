package io.ringside.trading.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.trading.journal.segment.UnsupportedFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final int FIRST_RECORD = 80;

    @TempDir
    private Path directory;

    @Test
    void shouldReadWhatWasAppended() throws IOException {
        LedgerRecords.append(directory, LedgerRecords.ofEachKind());

        assertThat(LedgerRecords.all(directory)).isEqualTo(LedgerRecords.ofEachKind());
    }

    @Test
    void shouldAppendEachRecordOnce() throws IOException {
        LedgerRecords.append(directory, LedgerRecords.ofEachKind());
        LedgerRecords.append(directory, LedgerRecords.ofEachKind());

        assertThat(LedgerRecords.all(directory)).isEqualTo(LedgerRecords.ofEachKind());
    }

    @Test
    void shouldMakeNoFileWithoutARecord() throws IOException {
        LedgerRecords.append(directory, List.of());

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldKnowItsStateFromItsLastFileAlone() throws IOException {
        LedgerState expected = LedgerState.EMPTY;
        try (Ledger ledger = Ledger.open(directory, 1)) {
            for (LedgerRecord each : LedgerRecords.ofEachKind()) {
                ledger.append(each);
                expected = expected.after(each);
            }
        }
        assertThat(new LedgerDirectory(directory).numbers()).hasSize(LedgerRecords.ofEachKind().size());
        for (long number : new LedgerDirectory(directory).numbers().subList(0, 6)) {
            Files.delete(new LedgerDirectory(directory).file(number));
        }

        try (Ledger ledger = Ledger.open(directory, 1)) {
            assertThat(ledger.state()).isEqualTo(expected);
            assertThat(ledger.state().executions()).isEqualTo(4);
            assertThat(ledger.state().sinceEpochNs()).isEqualTo(100);
        }
    }

    @Test
    void shouldGoOnInTheNextFileAndKeepAllOfThem() throws IOException {
        List<LedgerRecord> expected = new ArrayList<>();
        for (int run = 1; run <= 3; run++) {
            try (Ledger ledger = Ledger.open(directory, 600)) {
                for (int i = 0; i < 5; i++) {
                    expected.add(LedgerRecords.execution(run, i, run * 5 + i));
                    ledger.append(expected.get(expected.size() - 1));
                }
            }
        }

        assertThat(new LedgerDirectory(directory).numbers()).hasSizeGreaterThan(3).startsWith(1L, 2L);
        assertThat(LedgerRecords.all(directory)).isEqualTo(expected);
    }

    @Test
    void shouldPutATornEndAsideAndTakeTheRecordAgain() throws IOException {
        List<LedgerRecord> records = LedgerRecords.ofEachKind();
        LedgerRecords.append(directory, records.subList(0, 3));
        Path file = new LedgerDirectory(directory).file(1);
        int wholeBytes = (int) Files.size(file);
        LedgerRecords.append(directory, records.subList(3, 4));
        byte[] bytes = Files.readAllBytes(file);
        for (int length = wholeBytes; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            try (Ledger ledger = Ledger.open(directory)) {
                assertThat(ledger.state().place()).as("cut at " + length).isEqualTo(records.get(2).place());
                assertThat(ledger.repairs()).hasSize(length == wholeBytes ? 0 : 1);
            }
            assertThat(LedgerRecords.all(directory)).isEqualTo(records.subList(0, 3));
        }

        LedgerRecords.append(directory, records);

        assertThat(LedgerRecords.all(directory)).isEqualTo(records);
        try (var files = Files.list(directory)) {
            assertThat(files.filter(each -> each.toString().contains(".rsl.cut")))
                .hasSize(bytes.length - wholeBytes - 1);
        }
    }

    @Test
    void shouldPutAsideWhatFollowsADamagedRecordAndTakeItAgain() throws IOException {
        List<LedgerRecord> records = LedgerRecords.ofEachKind();
        LedgerRecords.append(directory, records);
        Path file = new LedgerDirectory(directory).file(1);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = FIRST_RECORD; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);

            try (Ledger ledger = Ledger.open(directory)) {
                assertThat(ledger.repairs()).as("damage at " + at).hasSize(1);
            }
            assertThat(records.subList(0, LedgerRecords.all(directory).size()))
                .isEqualTo(LedgerRecords.all(directory));

            LedgerRecords.append(directory, records);
            assertThat(LedgerRecords.all(directory)).isEqualTo(records);
        }
    }

    @Test
    void shouldStartAgainWhereTheOnlyFileHasNoStart() throws IOException {
        Files.write(new LedgerDirectory(directory).file(1), new byte[]{1, 2, 3});

        try (Ledger ledger = Ledger.open(directory)) {
            assertThat(ledger.state()).isEqualTo(LedgerState.EMPTY);
            assertThat(ledger.repairs()).singleElement().asString().contains("ledger-000001.rsl.cut");
            ledger.append(LedgerRecords.execution(1, 1, 1));
        }
        assertThat(LedgerRecords.all(directory)).hasSize(1);
        assertThat(Files.readAllBytes(directory.resolve("ledger-000001.rsl.cut"))).containsExactly(1, 2, 3);
    }

    @Test
    void shouldTellAndSkipTheRestOfADamagedFile() throws IOException {
        try (Ledger ledger = Ledger.open(directory, 700)) {
            for (int i = 1; i <= 6; i++) {
                ledger.append(LedgerRecords.execution(1, i, i));
            }
        }
        Path file = new LedgerDirectory(directory).file(1);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);

        try (LedgerReader reader = new LedgerReader(directory)) {
            List<LedgerRecord> read = new ArrayList<>();
            for (LedgerRecord each = reader.next(); each != null; each = reader.next()) {
                read.add(each);
            }
            assertThat(read).hasSize(5).doesNotHaveDuplicates();
            assertThat(reader.problems()).singleElement().asString().contains(file.toString());
        }
    }

    @Test
    void shouldRefuseWhatANewerVersionWrote() throws IOException {
        LedgerRecords.append(directory, LedgerRecords.ofEachKind());
        Path file = new LedgerDirectory(directory).file(1);
        byte[] bytes = Files.readAllBytes(file);
        bytes[FIRST_RECORD + 18] = 79;
        seal(bytes, FIRST_RECORD);
        Files.write(file, bytes);

        assertThatThrownBy(() -> Ledger.open(directory)).isInstanceOf(UnsupportedFormat.class)
            .hasMessageContaining("newer Ringside (message 79");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void shouldBeReadableByItsOwnerAlone() throws IOException {
        LedgerRecords.append(directory, LedgerRecords.ofEachKind());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
            new LedgerDirectory(directory).file(1)))).isEqualTo("rw-------");
    }

    @Test
    void shouldNotDependOnTheLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
            LedgerRecords.append(directory, LedgerRecords.ofEachKind().subList(0, 4));
        } finally {
            Locale.setDefault(before);
        }
        LedgerRecords.append(directory, LedgerRecords.ofEachKind());

        assertThat(directory.resolve("ledger-000001.rsl")).exists();
        assertThat(LedgerRecords.all(directory)).isEqualTo(LedgerRecords.ofEachKind());
    }

    @Test
    void shouldVoidWhatTheJournalLostBeforeTheNextRun() {
        LedgerRuns runs = new LedgerRuns();
        runs.add(LedgerRecords.run(1, 0, 0, false));
        runs.add(LedgerRecords.run(2, 50, 3, true));
        runs.add(LedgerRecords.run(3, 40, 2, true));
        runs.add(LedgerRecords.run(4, 0, 0, false));
        runs.add(LedgerRecords.run(5, 10, 0, true));

        assertThat(Stream.of(new LedgerPlace(1, 39, 3), new LedgerPlace(1, 40, 3), new LedgerPlace(2, 55, 3),
            new LedgerPlace(3, 1_000, 3), new LedgerPlace(4, 9, 3), new LedgerPlace(4, 10, 3),
            new LedgerPlace(5, 10, 3)).map(runs::isVoid))
            .containsExactly(false, true, true, false, false, true, false);
    }

    /** Gives the record there the checksum of its contents. */
    private static void seal(byte[] bytes, int at) {
        int length = (bytes[at] & 0xFF) + ((bytes[at + 1] & 0xFF) << 8);
        CRC32C crc = new CRC32C();
        crc.update(bytes, at + 8, (length + 7) / 8 * 8 - 8);
        int stored = (int) crc.getValue() ^ length;
        for (int i = 0; i < 4; i++) {
            bytes[at + 4 + i] = (byte) (stored >> 8 * i);
        }
    }
}
