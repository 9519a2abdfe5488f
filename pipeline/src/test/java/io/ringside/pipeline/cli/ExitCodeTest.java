package io.ringside.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the supervisor of a real process sees. */
@Timeout(120)
class ExitCodeTest {

    @TempDir
    private Path directory;

    @Test
    void shouldEndWithCode78WhereARestartDoesNotHelp() throws Exception {
        try (JournalClaim other = JournalClaim.take(JournalConfig.in(directory))) {
            Ended demo = demo("-Xmx128m", directory);

            assertThat(other.repairs()).isEmpty();
            assertThat(demo.output()).contains("is being written by another run");
            assertThat(demo.code()).isEqualTo(78);
        }
    }

    @Test
    void shouldEndWithCode1WhereARestartMayHelp() throws Exception {
        Path impossible = Files.writeString(directory.resolve("file"), "").resolve("journal");

        assertThat(demo("-Xmx128m", impossible).code()).isEqualTo(1);
    }

    @Test
    void shouldEndInOneLineWithoutMemory() throws Exception {
        Ended demo = demo("-Xmx8m", directory);

        assertThat(demo.code()).isEqualTo(1);
        assertThat(demo.output().lines()).filteredOn(line -> line.startsWith("ringside: ")).hasSize(1)
            .first().asString().containsIgnoringCase("memory");
        assertThat(demo.output()).doesNotContain("\tat ");
    }

    private record Ended(int code, String output) {
    }

    private static Ended demo(String heap, Path journal) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:TieredStopAtLevel=1",
            "-cp", System.getProperty("java.class.path"), Main.class.getName(),
            "demo", "--duration", "20s", "--journal", journal.toString()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true)
            .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
