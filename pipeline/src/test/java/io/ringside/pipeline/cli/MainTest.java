package io.ringside.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(30)
class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldExplainItself() {
        assertThat(execute("--help")).isZero();

        assertThat(out.toString()).contains("Usage: ringside", "run ", "demo ", "Exit codes:");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldLeaveLeakDetectionOffUnlessTheUserAsksForIt() {
        Properties none = new Properties();
        Properties current = new Properties();
        current.setProperty("io.netty.leakDetection.level", "paranoid");
        Properties old = new Properties();
        old.setProperty("io.netty.leakDetectionLevel", "advanced");

        Stream.of(none, current, old).forEach(Main::leaveLeakDetectionToTests);

        assertThat(none).containsExactly(Map.entry("io.netty.leakDetection.level", "disabled"));
        assertThat(current).containsExactly(Map.entry("io.netty.leakDetection.level", "paranoid"));
        assertThat(old).as("the newer name would win").containsOnlyKeys("io.netty.leakDetectionLevel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo"})
    void shouldExplainEachSubcommandWithinEightyColumns(String subcommand) {
        assertThat(execute(subcommand, "--help")).isZero();

        assertThat(out.toString()).contains("Usage: ringside " + subcommand, "TICK_PRINT_MS");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void shouldTellVersionAndPlatform() {
        assertThat(execute("--version")).isZero();

        assertThat(out.toString()).startsWith("ringside ").contains("Java " + System.getProperty("java.version"));
    }

    @ParameterizedTest
    @CsvSource({"--bogus, '--bogus'", "demo --bogus, '--bogus'", "demo --duration=10, '10' is not a duration",
        "demo --rate=x, 'x'", "nonsense, 'nonsense'"})
    void shouldRejectABadCommandLineInTwoLines(String words, String part) {
        assertThat(execute(words.split(" "))).isEqualTo(Main.BAD_USAGE);

        assertThat(err.toString().lines()).hasSize(2).first().asString().contains(part);
        assertThat(err.toString()).contains("--help'");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldReportAnErrorInOneLine() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        CommandLine dying = new CommandLine(new Dying());

        int code = Main.guarded(dying::execute, new PrintStream(lines, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(Lifetime.FAILED);
        assertThat(lines.toString(StandardCharsets.UTF_8))
            .isEqualToIgnoringNewLines("ringside: java.lang.OutOfMemoryError: planted");
    }

    @CommandLine.Command
    private static final class Dying implements Callable<Integer> {

        @Override
        public Integer call() {
            throw new OutOfMemoryError("planted");
        }
    }

    @Test
    void shouldRejectASpeedWithoutARecording() {
        assertRejected("--speed needs --replay; --rate sets the pace of generated quotes", "--speed=10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "-1", "NaN", "1e3", "0x1p3", ""})
    void shouldRejectASpeedThatIsNoNumber(String speed, @TempDir Path folder) throws IOException {
        assertRejected("--speed is '" + speed + "', expected a number or max", "--speed=" + speed,
            "--replay=" + capture(folder));
    }

    @Test
    void shouldRejectASpeedOutOfRange(@TempDir Path folder) throws IOException {
        assertRejected("speed is 0.0, allowed are more than 0 to 1000000.0", "--speed=0",
            "--replay=" + capture(folder));
    }

    @Test
    void shouldRejectARecordingWithoutQuotes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("capture"), "no quotes\n");

        assertRejected("recording " + file + " has no bookTicker lines", "--replay=" + file);
    }

    @Test
    void shouldRejectAMissingRecording(@TempDir Path folder) {
        assertThat(execute("demo", "--replay=" + folder.resolve("none"))).isEqualTo(Main.BAD_USAGE);

        assertThat(err.toString().lines()).singleElement().asString().contains("none", "cannot be read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--rate=0 | ratePerSymbol is 0 for 2 symbols, allowed are 1 and more, and 1000000 over all symbols",
        "--symbols=, | no symbols given",
        "--symbols=A.B | symbol 'A.B' may hold only letters and digits, with - / or _ between them, and @VENUE at"
            + " its end"})
    void shouldRejectWhatCannotBeGenerated(String option, String mistake) {
        assertRejected(mistake, option);
    }

    private void assertRejected(String line, String... options) {
        String[] words = new String[options.length + 1];
        words[0] = "demo";
        System.arraycopy(options, 0, words, 1, options.length);

        assertThat(execute(words)).isEqualTo(Main.BAD_USAGE);
        assertThat(err.toString().lines()).containsExactly(line);
    }

    private static Path capture(Path folder) throws IOException {
        return Files.writeString(folder.resolve("capture"), "1 {\"stream\":\"btcusdt@bookTicker\",\"data\":{}}\n");
    }

    private int execute(String... words) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(words);
    }
}
