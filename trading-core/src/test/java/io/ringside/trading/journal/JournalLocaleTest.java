package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A journal is the same on every machine, whatever digits, letters and hours its users are used to. */
class JournalLocaleTest {

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    private Path directory;

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Pacific/Apia", "ar-EG-u-nu-arab, Asia/Kathmandu", "fa-IR-u-nu-arabext, America/St_Johns",
        "th-TH-u-ca-buddhist-nu-thai, Australia/Lord_Howe"})
    void shouldGoOnWhereTheRunBeforeEndedUnderAnyLocale(String language, String hours) throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.timers(2);
        }
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(hours));
        try (JournalRig rig = new JournalRig(directory).open(2)) {
            rig.timer();
        }
        try (JournalRig rig = new JournalRig(directory).open(3)) {
            rig.decide(Records.placed(1, "ı"));
        }

        List<String> expected = new ArrayList<>(Records.timers(0, 2));
        expected.addAll(Records.timers(0, 1));
        expected.add("-1 " + Records.placed(1, "ı"));
        assertThat(Records.all(directory)).isEqualTo(expected);
        assertThat(names()).containsExactlyInAnyOrder("journal.lock", "journal-000000000001.rsj",
            "journal-000000000002.rsj", "journal-000000000003.rsj");
    }

    @ParameterizedTest
    @CsvSource({"journal-٠٠٠٠٠٠٠٠٠٠٠١.rsj", "journal-1.rsj", "journal-000000000001.rsj.gz", "journal-old"})
    void shouldRefuseADirectoryWithAFileThatMayBeASegmentOfAnotherName(String name) throws IOException {
        new JournalRig(directory).open(1).close();
        Files.writeString(directory.resolve(name), "anything");

        assertThatThrownBy(() -> new JournalRig(directory).open(2)).isInstanceOf(IOException.class)
            .hasMessage("journal directory " + directory + " holds '" + name
                + "', which is not a name of this version's; move it elsewhere, or use the version that wrote it");
        assertThatThrownBy(() -> Records.all(directory)).isInstanceOf(IOException.class)
            .hasMessageContaining("holds '" + name);
        assertThat(directory.resolve(name)).hasContent("anything");
    }

    @Test
    void shouldNeverPublishASegmentOverAFile() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.doWork();
            Path taken = Files.writeString(directory.resolve("journal-000000000002.rsj"), "somebody's");
            rig.timers(40_000);

            assertThat(rig.told()).hasSize(1).first().asString().contains("FileAlreadyExistsException");
            assertThat(taken).hasContent("somebody's");
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
