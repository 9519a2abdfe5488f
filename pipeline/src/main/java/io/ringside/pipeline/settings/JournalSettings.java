package io.ringside.pipeline.settings;

import io.ringside.trading.journal.ForceMode;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.settings.SettingsReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads the journal's settings. */
public final class JournalSettings {

    public static final String DIRECTORY = "JOURNAL_DIR";
    static final String NOWHERE = "none";

    private static final String TICKS = "JOURNAL_TICKS";
    private static final long MB = 1L << 20;
    private static final long DEFAULT_SEGMENT_MB = JournalConfig.DEFAULT_SEGMENT_BYTES / MB;
    private static final long DEFAULT_KEEP_MB = JournalConfig.DEFAULT_KEEP_BYTES / MB;
    private static final long DEFAULT_KEEP_DAYS = TimeUnit.MILLISECONDS.toDays(JournalConfig.DEFAULT_KEEP_MS);
    private static final long MAX_KEEP_MB = 1L << 30;
    private static final long MAX_KEEP_DAYS = 36_500;

    private enum Switch {
        ON,
        OFF
    }

    private final SettingsReader reader;

    JournalSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Empty if nothing is to be journaled, and after an error. */
    Optional<JournalConfig> read(String defaultDirectory) {
        String directory = reader.text(DIRECTORY, defaultDirectory);
        long segmentMb = reader.number("JOURNAL_SEGMENT_MB", DEFAULT_SEGMENT_MB, 1, 1_024);
        long keepMb = reader.number("JOURNAL_KEEP_MB", DEFAULT_KEEP_MB, segmentMb, MAX_KEEP_MB);
        long keepDays = reader.number("JOURNAL_KEEP_DAYS", DEFAULT_KEEP_DAYS, 1, MAX_KEEP_DAYS);
        boolean ticks = reader.choice(TICKS, Switch.ON) == Switch.ON;
        ForceMode force = reader.choice("JOURNAL_FSYNC", ForceMode.NEVER);
        if (directory.equals(NOWHERE) || !reader.isSound()) {
            return Optional.empty();
        }
        return Optional.ofNullable(reader.attempt(DIRECTORY, () -> new JournalConfig(Path.of(directory),
            segmentMb * MB, keepMb * MB, TimeUnit.DAYS.toMillis(keepDays), ticks, force)));
    }
}
