package io.ringside.trading.journal.segment;

import java.nio.file.Path;

/**
 * What a crash left after the last complete record. It was never acknowledged as written.
 *
 * @param position where it starts
 * @param bytes    up to the last one that is not zero
 * @param reason   for messages
 */
public record TornTail(Path file, long position, long bytes, String reason) {

    /** For logs and users. */
    public String text() {
        return "journal ends torn: " + file + " at byte " + position + ", " + bytes + " bytes cut: " + reason;
    }
}
