package io.ringside.trading.journal.segment;

import java.io.IOException;
import java.nio.file.Path;

/** Makes segment files. */
@FunctionalInterface
public interface SegmentFactory {

    /** A new file of that many zeros, mapped; leaves no file if it fails. */
    Segment make(Path file, long bytes) throws IOException;
}
