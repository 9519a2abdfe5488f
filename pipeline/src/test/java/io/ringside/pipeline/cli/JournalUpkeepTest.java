package io.ringside.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.replay.JournaledSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code journal check}, {@code repair} and {@code backup} over two runs, a segment each. */
class JournalUpkeepTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private Path journal;
    private Path backup;

    @BeforeEach
    void writeTwoRuns() throws IOException {
        journal = directory.resolve("journal");
        backup = directory.resolve("backup");
        session(1).run(300).close();
        session(2).run(300).close();
    }

    @Test
    void shouldCallASoundJournalSound() {
        assertThat(command("journal", "check", journal)).isZero();

        assertThat(out.toString()).matches("sound: \\d{3,} records read; a start recovers from segment 2\n");
    }

    @Test
    void shouldNameADamageThatAStartDoesNotRead() throws IOException {
        flipABit(segment(1));

        assertThat(command("journal", "check", journal)).isEqualTo(Lifetime.FAILED);

        assertThat(out.toString()).contains("journal damaged: " + segment(1) + " at byte ",
            ": a start does not read it; ", "1 damage; ");
        session(3).close();
        assertThat(command("journal", "repair", journal)).isZero();
        assertThat(out.toString()).endsWith("nothing to repair: a start reads this journal\n");
    }

    @Test
    void shouldSayWhatARepairWouldLoseAndDoItOnlyWhenToldTo() throws IOException {
        flipABit(segment(2));
        long bytes = Files.size(segment(2));

        assertThat(command("journal", "check", journal)).isEqualTo(Lifetime.FAILED);
        assertThat(out.toString()).contains(": a start is refused; ");
        assertThat(command("journal", "repair", journal)).isEqualTo(Lifetime.FAILED);
        assertThat(out.toString()).containsPattern(segment(2) + " is cut at byte \\d+ .*; lost with it: \\d+ readable "
            + "records, .* order updates").endsWith("nothing was changed; --yes puts that aside\n");
        assertThat(Files.size(segment(2))).isEqualTo(bytes);

        assertThat(command("journal", "repair", journal, "--yes")).isZero();

        assertThat(Files.size(journal.resolve("journal-000000000002.rsj.cut"))).isEqualTo(bytes);
        try (JournaledSession session = session(3).run(10)) {
            assertThat(session.engine().tradingState().isHalted()).isTrue();
            assertThat(session.texts()).anyMatch(text -> text.startsWith("⚠ the journal was repaired by hand: "));
        }
        assertThat(command("replay", journal)).as(out.toString()).isZero();
    }

    @Test
    void shouldCountTheCommandsThatARepairLoses() throws IOException {
        long all = commands();
        flipABit(segment(2));
        command("journal", "repair", journal, "--yes");
        Matcher lost = Pattern.compile(" (\\d+) commands").matcher(out.toString());

        assertThat(lost.find()).isTrue();
        // The damaged record may be one, too.
        assertThat(all - commands() - Long.parseLong(lost.group(1))).isBetween(0L, 1L);
    }

    @Test
    void shouldNoticeASegmentThatIsMissing() throws IOException {
        Files.delete(segment(2));

        assertThat(command("journal", "check", journal)).isEqualTo(Lifetime.FAILED);

        assertThat(out.toString()).contains(segment(2) + " was written and is missing: ", "trading stays stopped");
    }

    @Test
    void shouldBackUpAJournalInUseWithItsLedger() throws IOException {
        assertThat(names(journal)).contains("ledger-000001.rsl");
        Files.writeString(journal.resolve("notes.txt"), "not ours");
        String orders;
        try (JournaledSession session = session(3).run(200)) {
            orders = session.engine().books().portfolio().balances().toString();

            assertThat(command("journal", "backup", journal, backup)).as(err.toString()).isZero();
        }

        assertThat(out.toString()).startsWith("copied 4 files, ").contains("\nsound: ");
        assertThat(backup.resolve("ledger-000001.rsl")).isNotEmptyFile();
        assertThat(names(backup)).contains("ledger-000001.rsl").doesNotContain("notes.txt");
        journal = backup;
        try (JournaledSession session = session(4)) {
            assertThat(session.engine().books().portfolio().balances()).hasToString(orders);
            assertThat(names(backup)).noneMatch(name -> name.contains(".cut"));
        }
    }

    @Test
    void shouldTellADamagedLedgerFromATornOne() throws IOException {
        Path ledger = journal.resolve("ledger-000001.rsl");
        byte[] whole = Files.readAllBytes(ledger);
        Files.write(ledger, Arrays.copyOf(whole, whole.length - 8));
        assertThat(command("journal", "check", journal)).isZero();
        assertThat(out.toString()).contains("the next start writes it again from the journal\n");

        Files.write(ledger, whole);
        flipABit(ledger);

        assertThat(command("journal", "check", journal)).isEqualTo(Lifetime.FAILED);
        assertThat(out.toString()).contains("journal damaged: " + ledger, "what the journal still holds");
    }

    @Test
    void shouldNeverBackUpOverFiles() throws IOException {
        Files.createDirectory(backup);
        Files.writeString(backup.resolve("precious"), "");

        assertThat(command("journal", "backup", journal, backup)).isEqualTo(Lifetime.FAILED);

        assertThat(names(backup)).containsExactly("precious");
        assertThat(err.toString())
            .isEqualTo("ringside: " + backup + " is not empty: a backup needs an empty directory\n");
    }

    @Test
    void shouldSayThatThereIsNoJournal() {
        for (String subcommand : List.of("check", "repair")) {
            assertThat(command("journal", subcommand, backup)).isEqualTo(Main.BAD_USAGE);
        }
        assertThat(command("journal", "backup", backup, journal)).isEqualTo(Main.BAD_USAGE);
        assertThat(Files.exists(backup)).isFalse();
        assertThat(command("journal")).isEqualTo(Main.BAD_USAGE);
    }

    @Test
    void shouldPrintWithAndWithoutItsName() {
        assertThat(command("journal", "print", journal, "--type=SegmentStart")).isZero();
        String printed = out.toString();
        assertThat(command("journal", journal, "--type=SegmentStart")).isZero();

        assertThat(printed.lines()).hasSize(2);
        assertThat(out.toString()).isEqualTo(printed + printed);
    }

    private JournaledSession session(long runId) throws IOException {
        SplittableRandom random = new SplittableRandom(50 + runId);
        return new JournaledSession(journal, EngineRun.of(runId, Map.of()), new RandomTrading(random), random);
    }

    private Path segment(int number) {
        return journal.resolve("journal-00000000000" + number + ".rsj");
    }

    /** In the middle, where records follow. */
    private static void flipABit(Path file) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.seek(opened.length() / 2);
            int old = opened.read();
            opened.seek(opened.length() / 2);
            opened.write(old ^ 1);
        }
    }

    private long commands() {
        int before = out.toString().length();
        command("journal", "print", journal, "--type=COMMAND");
        return out.toString().substring(before).lines().count();
    }

    private int command(Object... words) {
        CommandLine line = Main.commandLine();
        return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
            .execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
