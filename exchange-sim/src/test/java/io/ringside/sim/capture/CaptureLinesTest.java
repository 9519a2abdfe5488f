package io.ringside.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureLinesTest {

    @TempDir
    private Path directory;

    @Test
    void shouldSplitAtNewlinesWithOrWithoutALastOne() throws IOException {
        assertThat(lines("a\n\nbc\n")).containsExactly("a", "", "bc");
        assertThat(lines("a\nbc")).containsExactly("a", "bc");
        assertThat(lines("\n")).containsExactly("");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void shouldReadLinesLongerThanItsBuffer() throws IOException {
        String longLine = "0123456789".repeat(20_000);

        assertThat(lines(longLine + "\nshort\n" + longLine)).containsExactly(longLine, "short", longLine);
    }

    @Test
    void shouldKeepTheFirstMebibyteOfALine() throws IOException {
        String endless = "x".repeat((1 << 20) + 100_000);

        assertThat(lines(endless + "\nnext")).containsExactly("x".repeat(1 << 20), "next");
    }

    private List<String> lines(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("capture"), text);
        List<String> lines = new ArrayList<>();
        try (CaptureLines capture = CaptureLines.open(file)) {
            while (capture.next()) {
                lines.add(new String(capture.line(), 0, capture.length(), StandardCharsets.UTF_8));
            }
        }
        return lines;
    }
}
