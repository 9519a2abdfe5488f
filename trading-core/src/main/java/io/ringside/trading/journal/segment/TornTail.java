package io.ringside.trading.journal.segment;

import java.nio.file.Path;

/**
 * What a crash left behind the last whole record. It was never acknowledged as written.
 *
 * @param position where it begins
 * @param bytes    up to the last one that is not zero
 * @param reason   for people
 */
public record TornTail(Path file, long position, long bytes, String reason) {

    /** For people. */
    public String text() {
        return "journal ends torn: " + file + " at byte " + position + ", " + bytes + " bytes cut: " + reason;
    }
}
