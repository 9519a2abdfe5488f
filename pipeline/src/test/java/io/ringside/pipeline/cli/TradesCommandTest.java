package io.ringside.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.account.Fill;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.replay.JournaledSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code trades} over the journal and the ledger of two runs. */
class TradesCommandTest {

    private static final String HEADER = "time,order,clientOrderId,symbol,side,qty,price,commission,commissionAsset,"
        + "realised,realisedAsset,liquidity,tradeId,account,source,venue,baseAsset,quoteAsset,run,sequence";

    private final SplittableRandom random = new SplittableRandom(5);
    private final RandomTrading world = new RandomTrading(random);

    @TempDir
    private Path directory;
    private String errors = "";

    @Test
    void shouldExportEachExecutionOfAllRunsOnce() throws IOException {
        trade(1);
        List<Fill> fills = trade(2);

        String csv = execute(0, "--csv");

        assertThat(csv).endsWith("\r\n").startsWith(HEADER + "\r\n");
        assertThat(rows(csv).stream().map(TradesCommandTest::facts))
            .isEqualTo(fills.stream().map(TradesCommandTest::facts).toList()).hasSizeGreaterThan(50);
        assertThat(errors).startsWith("all executions since 20").hasLineCount(1);
    }

    @Test
    void shouldExportWhatTheJournalNoLongerHolds() throws IOException {
        trade(1);
        trade(2);
        String csv = execute(0, "--csv");
        Files.delete(directory.resolve("journal-000000000001.rsj"));

        assertThat(execute(0, "--csv")).isEqualTo(csv);
    }

    @Test
    void shouldExportFromTheJournalWhatTheLedgerLacks() throws IOException {
        trade(1);
        trade(2);
        String csv = execute(0, "--csv");
        Files.delete(directory.resolve("ledger-000001.rsl"));

        assertThat(execute(0, "--csv")).isEqualTo(csv);
        assertThat(directory.resolve("ledger-000001.rsl")).doesNotExist();
    }

    @Test
    void shouldExportWhileTradingGoesOn() throws IOException {
        try (JournaledSession session = session(1)) {
            session.run(800).drain();
            assertThat(rows(execute(0, "--csv")).stream().map(TradesCommandTest::facts)).isEqualTo(facts(session));

            session.run(800).drain();
            assertThat(rows(execute(0, "--csv")).stream().map(TradesCommandTest::facts)).isEqualTo(facts(session));
        }
    }

    @Test
    void shouldSayHowManyExecutionsAreMissing() throws IOException {
        int gone = trade(1).size();
        int all = trade(2).size();
        Files.delete(directory.resolve("ledger-000001.rsl"));
        Files.delete(directory.resolve("journal-000000000001.rsj"));

        assertThat(rows(execute(0, "--csv"))).hasSize(all - gone);
        assertThat(errors.lines()).hasSize(2).last().asString().matches(gone
            + " executions before 20.*Z are missing: the journal did not hold them any more");
    }

    @Test
    void shouldWriteTheSameInAnyLocale() throws IOException {
        trade(1);
        String csv = execute(0, "--csv");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
            assertThat(execute(0, "--csv")).isEqualTo(csv);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldTellADamagedLedgerAndPrintTheRest() throws IOException {
        trade(1);
        int all = rows(execute(0, "--csv")).size();
        Path ledger = directory.resolve("ledger-000001.rsl");
        byte[] bytes = Files.readAllBytes(ledger);
        bytes[bytes.length / 2] ^= 1;
        Files.write(ledger, bytes);

        assertThat(rows(execute(1, "--csv"))).hasSize(all);
        assertThat(errors).contains(ledger.toString());
    }

    @Test
    void shouldPrintTheLedgerWhenTheJournalIsDamaged() throws IOException {
        trade(1);
        int all = rows(execute(0, "--csv")).size();
        Path segment = directory.resolve("journal-000000000001.rsj");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        assertThat(rows(execute(1, "--csv"))).hasSize(all);
        assertThat(errors).contains("journal damaged: " + segment).doesNotContain("all executions");
    }

    @Test
    void shouldRejectADirectoryWithoutAJournal() throws IOException {
        execute(Main.BAD_USAGE);

        assertThat(errors.lines()).containsExactly("no journal in " + directory);
    }

    private JournaledSession session(long runId) throws IOException {
        return new JournaledSession(directory, EngineRun.of(runId, Map.of()), world, random);
    }

    /** Returns all fills so far, the oldest first. */
    private List<Fill> trade(long runId) throws IOException {
        try (JournaledSession session = session(runId)) {
            session.run(800).drain();
            return fills(session);
        }
    }

    private static List<Fill> fills(JournaledSession session) {
        List<Fill> fills = new ArrayList<>(session.engine().books().portfolio().fills(1_000));
        Collections.reverse(fills);
        return fills;
    }

    private static List<List<String>> facts(JournaledSession session) {
        return fills(session).stream().map(TradesCommandTest::facts).toList();
    }

    private static List<String> facts(Fill fill) {
        return List.of(Instant.ofEpochSecond(0, fill.epochNs()).toString(), "" + fill.orderNumber(),
            fill.instrument().symbol(), fill.side().name(), fill.qty().toPlainString(), fill.price().toPlainString(),
            fill.commission().toPlainString(), fill.commission().signum() == 0 ? "" : fill.commissionAsset(),
            "" + fill.sequence());
    }

    private static List<String> facts(String[] row) {
        return List.of(row[0], row[1], row[3], row[4], row[5], row[6], row[7], row[8], row[19]);
    }

    private static List<String[]> rows(String csv) {
        return csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    private String execute(int exitCode, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        List<String> words = new ArrayList<>(List.of("trades"));
        words.addAll(List.of(options));
        words.add(directory.toString());
        assertThat(commandLine.execute(words.toArray(new String[0]))).as(err.toString()).isEqualTo(exitCode);
        errors = err.toString();
        return out.toString();
    }
}
