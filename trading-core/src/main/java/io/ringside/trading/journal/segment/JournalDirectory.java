package io.ringside.trading.journal.segment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a journal by their names.
 *
 * <p><em>Threading:</em> any thread; holds no state.
 */
public record JournalDirectory(Path path) {

    private static final Pattern NAME = Pattern.compile("journal-([0-9]{12})\\.rsj(\\.cut(-[0-9]+)?)?");
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final String CUT = ".cut";
    private static final String PREPARED = "journal-prepared.tmp";
    private static final String LATE = "journal-late.tmp";

    public Path file(long number) {
        return path.resolve(String.format(Locale.ROOT, "journal-%012d.rsj", number));
    }

    /** A prepared segment that has no number yet. */
    public Path preparedFile() {
        return path.resolve(PREPARED);
    }

    /** A segment that the ring thread makes because none was prepared. */
    public Path lateFile() {
        return path.resolve(LATE);
    }

    Path lockFile() {
        return path.resolve("journal.lock");
    }

    /**
     * Numbers of all segments, ascending. Throws {@link UnusableJournal} if a file may be a segment of another name:
     * the journal would be taken for a shorter one, or for none.
     */
    public List<Long> numbers() throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "journal-*")) {
            for (Path file : files) {
                String text = file.getFileName().toString();
                Matcher name = NAME.matcher(text);
                if (name.matches()) {
                    if (name.group(2) == null) {
                        numbers.add(Long.valueOf(name.group(1)));
                    }
                } else if (!text.equals(PREPARED) && !text.equals(LATE)) {
                    throw new UnusableJournal("journal directory " + path + " holds '" + text + "', which is not a "
                        + "name of this version's; move it elsewhere, or use the version that wrote it");
                }
            }
        }
        Collections.sort(numbers);
        return numbers;
    }

    /**
     * Gives a segment its number and so makes it part of the journal. Throws {@link FileAlreadyExistsException} rather
     * than replace a file; only the holder of the lock publishes.
     */
    public void publish(Path made, long number) throws IOException {
        Files.move(made, file(number));
    }

    public void removeUnfinished() throws IOException {
        Files.deleteIfExists(preparedFile());
        Files.deleteIfExists(lateFile());
    }

    /** A name for what is put aside of a segment, which no file has yet. */
    public static Path free(Path segment) {
        Path aside = segment.resolveSibling(segment.getFileName() + CUT);
        for (int i = 2; Files.exists(aside); i++) {
            aside = segment.resolveSibling(segment.getFileName() + CUT + "-" + i);
        }
        return aside;
    }

    /**
     * Opens a file that only its owner may read and write if this makes it, whatever the umask, where the file system
     * knows owners.
     */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        return knowsOwners(file) ? FileChannel.open(file, Set.of(options), PosixFilePermissions.asFileAttribute(OWNER))
            : FileChannel.open(file, options);
    }

    /** Takes the journal's files from everybody but their owner: earlier versions made them readable. */
    public void tighten() throws IOException {
        if (!knowsOwners(path)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "journal*")) {
            for (Path file : files) {
                if (Files.isRegularFile(file) && !Files.getPosixFilePermissions(file).equals(OWNER)) {
                    Files.setPosixFilePermissions(file, OWNER);
                }
            }
        }
    }

    private static boolean knowsOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Copies bytes to the same place in a new file and forces them to the disk; the bytes before them are a hole. */
    public static void copy(Path from, Path to, long position, long bytes) throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
             FileChannel target = open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            target.position(position);
            for (long copied = 0; copied < bytes; ) {
                copied += source.transferTo(position + copied, bytes - copied, target);
            }
            target.force(true);
        }
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
