package io.ringside.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.command.Verb;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.replay.JournaledSession;
import io.ringside.trading.replay.Replay;
import io.ringside.trading.replay.ReplayHash;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Recorded sessions on a real disk, decided again. */
class ReplayTest {

    private static final int STEPS = 3_000;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldDecideARecordedSessionAlikeAndTellTheSameHashAgain() throws IOException {
        session(1, 11, Map.of()).run(STEPS).close();

        assertThat(command("replay", directory.toString())).isZero();
        String first = out.toString();
        assertThat(command("replay", directory.toString())).isZero();

        assertThat(first).containsPattern("^same: \\d{3,} decisions on \\d{4,} events, hash [0-9a-f]{16}, ");
        assertThat(out.toString().substring(first.length())).contains(hash(first));
    }

    @Test
    void shouldSayThatAnotherVersionHasDecided() {
        assertThat(ReplayCommand.decidedBy("0.2.0", "0.2.0")).isEmpty();
        assertThat(ReplayCommand.decidedBy("0.1.0", "0.2.0"))
            .contains("decided by Ringside 0.1.0, this is 0.2.0: another version may decide otherwise");
        assertThat(ReplayCommand.decidedBy("", "0.2.0"))
            .contains("decided by Ringside of an unknown version, this is 0.2.0: another version may decide otherwise");
    }

    @Test
    void shouldTellTheHashEverySoManyEvents() throws IOException {
        session(1, 11, Map.of()).run(200).close();

        assertThat(command("replay", directory.toString(), "--hash-every", "50")).isZero();

        assertThat(out.toString()).contains("hash after 50 events: ", "hash after 100 events: ");
    }

    @Test
    void shouldCompareTheStateAtEverySegmentAndBeginAtAnyOfThem() throws IOException {
        session(1, 12, Map.of()).run(12_000).close();
        List<Path> segments = segments();
        assertThat(segments).hasSizeGreaterThan(2);
        assertThat(replay()).isNull();

        Files.delete(segments.get(0));

        assertThat(replay()).isNull();
    }

    @Test
    void shouldGoOverTheEndOfARunToTheNextOne() throws IOException {
        SplittableRandom random = new SplittableRandom(13);
        RandomTrading world = new RandomTrading(random);
        try (JournaledSession first = new JournaledSession(directory, EngineRun.of(1, Map.of()), world, random)) {
            first.run(STEPS);
        }
        try (JournaledSession second = new JournaledSession(directory, EngineRun.of(2, Map.of()), world, random)) {
            second.run(STEPS);
            assertThat(second.texts().get(0)).startsWith("✓ restarted: ");
        }

        assertThat(replay()).isNull();
    }

    @Test
    void shouldTakeWhatACrashHasCutForCut() throws IOException {
        session(1, 14, Map.of()).run(1_000).close();
        Path last = segments().get(segments().size() - 1);
        long bytes = Files.size(last);

        for (long cut = 1; cut < 600; cut += 37) {
            try (RandomAccessFile file = new RandomAccessFile(last.toFile(), "rw")) {
                file.setLength(bytes - cut);
            }
            assertThat(replay()).as("with %s bytes cut", cut).isNull();
        }
    }

    @Test
    void shouldGoOnFromWhatACrashHasCutAndDecideBothRunsAlike() throws IOException {
        SplittableRandom random = new SplittableRandom(20);
        RandomTrading world = new RandomTrading(random);
        new JournaledSession(directory, EngineRun.of(1, Map.of()), world, random).run(1_000).close();
        Path last = segments().get(segments().size() - 1);
        try (RandomAccessFile file = new RandomAccessFile(last.toFile(), "rw")) {
            file.setLength(file.length() - 333);
        }

        new JournaledSession(directory, EngineRun.of(2, Map.of()), world, random).run(1_000).close();

        assertThat(replay()).isNull();
    }

    @Test
    void shouldTellAnotherHashOfAnotherSession(@TempDir Path other) throws IOException {
        session(1, 21, Map.of()).run(300).close();
        SplittableRandom random = new SplittableRandom(22);
        new JournaledSession(other, EngineRun.of(1, Map.of()), new RandomTrading(random), random).run(300).close();

        assertThat(command("replay", directory.toString())).isZero();
        assertThat(command("replay", other.toString())).isZero();

        assertThat(out.toString().lines().map(ReplayTest::hash).distinct()).hasSize(2);
    }

    @Test
    void shouldRejectAJournalWithAChangedByte() throws IOException {
        session(1, 15, Map.of()).run(STEPS).close();
        Path first = segments().get(0);
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 4;
        Files.write(first, bytes);

        assertThat(command("replay", directory.toString())).isEqualTo(Lifetime.FAILED);

        assertThat(err.toString()).contains("journal damaged: ", first.getFileName().toString(), " at byte ");
    }

    @Test
    void shouldShowTheFirstDecisionThatDiffers() throws IOException {
        try (JournaledSession session = session(1, 16, Map.of()).run(200)) {
            session.engine().halt();
            session.run(200);
        }

        assertThat(command("replay", directory.toString())).isEqualTo(Lifetime.FAILED);

        assertThat(out.toString()).startsWith("DIFFERENT: decision ")
            .contains("\n  recorded: TradingStateChanged[halted=true, ", "\n  replayed: none");
    }

    @Test
    void shouldShowAnotherProfitWithOtherSettings() throws IOException {
        session(1, 17, Map.of()).run(STEPS).close();

        assertThat(command("replay", directory.toString(), "--what-if", "fast=2", "slow=30",
            "RISK_MAX_ORDER_NOTIONAL=50USDT")).isZero();

        String[] profits = out.toString().split("\n(as recorded|what if .*): ");
        assertThat(profits).hasSize(3);
        assertThat(profits[1]).contains(" orders, ", "USDT net ");
        assertThat(profits[2]).contains(" orders, ").isNotEqualTo(profits[1]);
    }

    @Test
    void shouldSayWhichRecordedCommandsOverruleAWhatIf() throws IOException {
        try (JournaledSession session = session(1, 17, Map.of("STRATEGY", "off")).run(100)) {
            session.tell(Verb.STRATEGY, "set fast=3", session.engine().books().time().epochNs());
            session.tell(Verb.STRATEGY, "off", session.engine().books().time().epochNs());
        }

        assertThat(command("replay", directory.toString(), "--what-if", "fast=2", "STRATEGY=on")).isZero();

        assertThat(out.toString().lines().filter(line -> line.startsWith("⚠ ")))
            .anyMatch(line -> line.matches("⚠ '/strategy set fast=3', recorded at sequence \\d+, overrules fast=2"))
            .anyMatch(line -> line.matches("⚠ '/strategy off', recorded at sequence \\d+, overrules STRATEGY=on"));
    }

    @Test
    void shouldShowWhatOtherFeesWouldHaveCost() throws IOException {
        session(1, 17, Map.of()).run(STEPS).close();

        assertThat(command("replay", directory.toString(), "--what-if", "FEE_MAKER=0", "FEE_TAKER=0")).isZero();

        assertThat(out.toString().split("\nwhat if ")[1]).contains("USDT net ")
            .doesNotContainPattern(" - fees [0.]*[1-9]");
    }

    @Test
    void shouldRejectSettingsThatCannotBe() throws IOException {
        session(1, 18, Map.of()).run(50).close();

        assertThat(command("replay", directory.toString(), "--what-if", "fats=2")).isEqualTo(Main.BAD_USAGE);

        assertThat(err.toString()).contains("fats").doesNotContain("Exception");
    }

    @Test
    void shouldRejectASettingThatBelongsToNoStrategy() throws IOException {
        session(1, 18, Map.of()).run(50).close();

        assertThat(command("replay", directory.toString(), "--what-if", "STRATEGY_FATS=on")).isEqualTo(Main.BAD_USAGE);

        assertThat(err.toString().lines()).singleElement().asString().contains("STRATEGY_FATS belongs to no strategy");
    }

    @Test
    void shouldRejectOtherBalancesThanTheJournalBeginsWith() throws IOException {
        session(1, 18, Map.of()).run(50).close();

        assertThat(command("replay", directory.toString(), "--what-if", "PAPER_BALANCES=5USDT"))
            .isEqualTo(Main.BAD_USAGE);

        assertThat(err.toString().lines()).singleElement().asString().contains("PAPER_BALANCES cannot be changed");
    }

    @Test
    void shouldSayThatThereIsNoJournal() {
        assertThat(command("replay", directory.toString())).isEqualTo(Main.BAD_USAGE);

        assertThat(err.toString().lines()).containsExactly("no journal in " + directory);
    }

    @Test
    void shouldRejectToDecideWithoutQuotes() throws IOException {
        RunRecord with = EngineRun.of(1, Map.of());
        RunRecord without = new RunRecord(1, with.symbols(), with.connectionOf(), with.connections(),
            with.startEpochNs(), with.alerts(), false, with.settings(), with.instruments(), with.account());
        SplittableRandom random = new SplittableRandom(19);
        new JournaledSession(directory, without, new RandomTrading(random), random).run(100).close();

        assertThatThrownBy(this::replay).isInstanceOf(IOException.class).hasMessageContaining("without its quotes");
    }

    private JournaledSession session(long runId, long seed, Map<String, String> changes) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        return new JournaledSession(directory, EngineRun.of(runId, changes), new RandomTrading(random), random);
    }

    /** The first difference, null for none. */
    private String replay() throws IOException {
        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            return new Replay(reader, StrategyTypes.builtIn(), new ReplayHash(0, text -> { })).run();
        }
    }

    private int command(String... words) {
        CommandLine line = Main.commandLine();
        return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(words);
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".rsj")).sorted().toList());
        }
    }

    private static String hash(String text) {
        return text.replaceAll("(?s).*(hash [0-9a-f]{16}).*", "$1");
    }
}
