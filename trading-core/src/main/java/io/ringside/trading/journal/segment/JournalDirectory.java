package io.ringside.trading.journal.segment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a journal by their names.
 *
 * <p><em>Threading:</em> any thread; holds no state.
 */
public record JournalDirectory(Path path) {

    private static final Pattern NAME = Pattern.compile("journal-([0-9]{12})\\.rsj");

    public Path file(long number) {
        return path.resolve(String.format("journal-%012d.rsj", number));
    }

    /** A prepared segment that has no number yet. */
    public Path preparedFile() {
        return path.resolve("journal-prepared.tmp");
    }

    /** A segment that the ring thread makes because none was prepared. */
    public Path lateFile() {
        return path.resolve("journal-late.tmp");
    }

    Path lockFile() {
        return path.resolve("journal.lock");
    }

    /** Numbers of all segments, ascending. */
    public List<Long> numbers() throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
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

    /** Gives a segment its number and so makes it part of the journal. */
    public void publish(Path made, long number) throws IOException {
        Files.move(made, file(number), StandardCopyOption.ATOMIC_MOVE);
    }

    public void removeUnfinished() throws IOException {
        Files.deleteIfExists(preparedFile());
        Files.deleteIfExists(lateFile());
    }

    public static void truncate(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    /** Forces the names of new files to the disk. */
    public void force() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
