package io.ringside.trading.journal.segment;

import java.nio.file.Path;

/** Bytes that are not what was written and that no crash explains: nothing after them can be trusted. */
public final class JournalDamage extends UnusableJournal {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long position;

    JournalDamage(Path file, long position, String what) {
        super("journal damaged: " + file + " at byte " + position + ": " + what);
        this.file = file;
        this.position = position;
    }

    public Path file() {
        return file;
    }

    /** Where the damaged record starts. */
    public long position() {
        return position;
    }
}
