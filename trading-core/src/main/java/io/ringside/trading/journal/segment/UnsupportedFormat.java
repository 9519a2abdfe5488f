package io.ringside.trading.journal.segment;

import java.nio.file.Path;

/** A journal that another version of Ringside wrote: it is intact, but this version cannot read it. */
public final class UnsupportedFormat extends UnusableJournal {

    private static final long serialVersionUID = 1L;

    /** The first version that writes {@link RecordLayout#OLDEST_FORMAT_VERSION}. */
    private static final String FIRST_VERSION = "0.1.0";

    private UnsupportedFormat(String message) {
        super(message);
    }

    static void require(Path file, int formatVersion) throws UnsupportedFormat {
        if (formatVersion > RecordLayout.FORMAT_VERSION) {
            throw newer(file, "journal format " + formatVersion);
        }
        if (formatVersion < RecordLayout.OLDEST_FORMAT_VERSION) {
            throw older(file, formatVersion);
        }
    }

    private static UnsupportedFormat older(Path file, int formatVersion) {
        return new UnsupportedFormat("journal segment " + file + " was written by Ringside before " + FIRST_VERSION
            + " (journal format " + formatVersion + ", this version reads formats from "
            + RecordLayout.OLDEST_FORMAT_VERSION + " on); to read it, use the version that wrote it");
    }

    /** {@code what} is in the segment and not known here, for example {@code journal format 4}. */
    static UnsupportedFormat newer(Path file, String what) {
        return new UnsupportedFormat("journal segment " + file + " was written by a newer Ringside (" + what
            + ", this version reads up to format " + RecordLayout.FORMAT_VERSION + "); use that version");
    }
}
