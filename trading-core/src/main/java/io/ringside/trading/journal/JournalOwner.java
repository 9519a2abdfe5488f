package io.ringside.trading.journal;

import java.io.DataOutput;
import java.io.IOException;

/**
 * Who owns the state that is journaled.
 *
 * <p><em>Threading:</em> called on the ring thread, and {@link #save} for the first segment on the one that opens the
 * journal.
 */
public interface JournalOwner {

    /** Writes all state as it is before the event that comes next. */
    void save(DataOutput out) throws IOException;

    /** Nothing is journaled from here on: no order may leave. {@code reason} is for people. Called once per failure. */
    void onFailure(String reason);

    /** The journal is whole again from the event on which this is called; a snapshot bridges the gap. */
    void onRecovered();
}
