package io.ringside.trading.snapshot;

import java.io.IOException;

/** State that a later version of Ringside saved: it is intact, but this version cannot read it. */
public final class NewerState extends IOException {

    private static final long serialVersionUID = 1L;

    /** {@code knownVersion} is 0 for a part that is not known at all. */
    NewerState(String part, int version, int knownVersion) {
        super("part '" + part + "' of the snapshot was written by a newer Ringside (version " + version + ", "
            + (knownVersion == 0 ? "this version does not know it" : "this version reads up to " + knownVersion)
            + "); use that version");
    }
}
