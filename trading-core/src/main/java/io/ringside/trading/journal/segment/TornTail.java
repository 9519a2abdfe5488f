package io.ringside.trading.journal.segment;

import java.nio.file.Path;

/**
 * What a crash left after the last record that can be read.
 *
 * @param position    where it starts
 * @param bytes       up to the last one that is not zero
 * @param recordsLost true if complete records stand in it, behind a part that was never written; otherwise it was never
 *                    acknowledged as written
 */
public record TornTail(Path file, long position, long bytes, boolean recordsLost) {

    /** For messages. */
    public String reason() {
        return recordsLost ? "a part was never written" : "the last record is incomplete";
    }

    /** For logs and users. */
    public String text() {
        return "journal ends torn: " + file + " at byte " + position + ", " + bytes + " bytes not read: " + reason();
    }
}
