package io.ringside.pipeline.cli;

import io.ringside.pipeline.CannotStart;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.settings.BadSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Reads a whole journal for a subcommand: its records in order, and any failure as a line for the user. */
final class JournalFile {

    /** Takes the reader's current record. */
    @FunctionalInterface
    interface Taker {

        void take(JournalReader reader) throws IOException;
    }

    private JournalFile() {
    }

    /** Throws {@link BadSettings} if there is none. */
    static void requireJournal(Path directory) throws IOException {
        if (JournalReader.numbers(directory).isEmpty()) {
            throw new BadSettings(List.of("no journal in " + directory));
        }
    }

    /** Returns the exit code: 1 if the journal is damaged or cannot be read. */
    static int read(Path directory, PrintWriter err, Taker taker) {
        try {
            Optional<JournalReader> journal = JournalReader.oldest(directory);
            if (journal.isEmpty()) {
                throw new BadSettings(List.of("no journal in " + directory));
            }
            try (JournalReader reader = journal.get()) {
                taker.take(reader);
                while (reader.next()) {
                    taker.take(reader);
                }
                reader.tornTail().ifPresent(tail -> err.println(tail.text()));
            }
            return CommandLine.ExitCode.OK;
        } catch (IOException failure) {
            err.println(CannotStart.words(failure));
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            err.flush();
        }
    }
}
