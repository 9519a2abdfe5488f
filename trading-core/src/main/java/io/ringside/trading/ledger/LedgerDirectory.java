package io.ringside.trading.ledger;

import io.ringside.trading.journal.segment.JournalDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a ledger by their names, in the journal's directory.
 *
 * <p><em>Threading:</em> any thread; holds no state.
 */
public record LedgerDirectory(Path path) {

    /** Of the files. It goes up with every message or field that is added. */
    static final int FORMAT_VERSION = 1;

    private static final Pattern NAME = Pattern.compile("ledger-([0-9]{6})\\.rsl");

    public Path file(long number) {
        return path.resolve(String.format(Locale.ROOT, "ledger-%06d.rsl", number));
    }

    /** Numbers of all files, ascending; none if there is no such directory. */
    public List<Long> numbers() throws IOException {
        List<Long> numbers = new ArrayList<>();
        if (!Files.isDirectory(path)) {
            return numbers;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "ledger-*")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    numbers.add(Long.valueOf(name.group(1)));
                }
            }
        }
        Collections.sort(numbers);
        return numbers;
    }

    /** A new, empty file. */
    FileChannel create(long number) throws IOException {
        return JournalDirectory.open(file(number), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    }
}
