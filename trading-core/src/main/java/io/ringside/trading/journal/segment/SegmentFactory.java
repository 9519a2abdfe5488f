package io.ringside.trading.journal.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes segment files, and knows for how many there is room. */
@FunctionalInterface
public interface SegmentFactory {

    /** A new file of that many zeros, mapped; leaves no file if it fails. */
    Segment make(Path file, long bytes) throws IOException;

    /** What this process may still write to the directory's disk. */
    default long freeBytes(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }
}
