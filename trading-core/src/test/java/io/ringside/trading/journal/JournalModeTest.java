package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class JournalModeTest {

    private static final String PRIVATE = "rw-------";

    @TempDir
    private Path directory;

    /** In a process of its own, whose umask takes nothing away: a journal that is in use, and one with a torn end. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        JournalRig first = new JournalRig(directory).open(1);
        first.timers(100);
        first.close();
        Path segment = directory.resolve("journal-000000000001.rsj");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 12] ^= 1;
        Files.write(segment, bytes);
        JournalRig second = new JournalRig(directory).open(2);
        second.doWork();
    }

    @Test
    void shouldMakeFilesThatOnlyTheirOwnerReads() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "umask 000; exec \"$@\"", "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-cp", System.getProperty("java.class.path"), JournalModeTest.class.getName(), directory.toString())
            .inheritIO().start();

        assertThat(process.waitFor()).isZero();

        assertThat(modes()).containsOnlyKeys("journal.lock", "journal-000000000001.rsj",
            "journal-000000000001.rsj.cut", "journal-000000000002.rsj", "journal-prepared.tmp");
        assertThat(modes().values()).containsOnly(PRIVATE);
    }

    @Test
    void shouldTightenTheFilesOfEarlierVersions() throws IOException {
        new JournalRig(directory).open(1).close();
        for (String name : modes().keySet()) {
            Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        }

        new JournalRig(directory).open(2).close();

        assertThat(modes().values()).containsOnly(PRIVATE);
    }

    private Map<String, String> modes() throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                modes.put(file.getFileName().toString(),
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return modes;
    }
}
