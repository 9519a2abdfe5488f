package io.ringside.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.runtime.OutOfMemory;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
            Ended demo = demo(directory);

            assertThat(other.repairs()).isEmpty();
            assertThat(demo.output()).contains("is being written by another run");
            assertThat(demo.code()).isEqualTo(78);
        }
    }

    @Test
    void shouldEndWithCode1WhereARestartMayHelp() throws Exception {
        Path impossible = Files.writeString(directory.resolve("file"), "").resolve("journal");

        assertThat(demo(impossible).code()).isEqualTo(1);
    }

    /** In a process of its own: one of its threads runs out of memory, and the others would go on for ever. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(Main::onUncaught);
        new Thread(() -> OutOfMemory.escalate(new OutOfMemoryError("planted"))).start();
        new CountDownLatch(1).await();
    }

    @Test
    void shouldEndInOneLineWhenAnyThreadRunsOutOfMemory() throws Exception {
        Ended dying = run(ExitCodeTest.class);

        assertThat(dying.code()).isEqualTo(1);
        assertThat(dying.output())
            .isEqualToIgnoringNewLines("ringside: out of memory, ending now; give it more with -Xmx");
    }

    private record Ended(int code, String output) {
    }

    private static Ended demo(Path journal) throws IOException, InterruptedException {
        return run(Main.class, "demo", "--duration", "20s", "--journal", journal.toString());
    }

    private static Ended run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
            System.getProperty("java.class.path"), program.getName()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
