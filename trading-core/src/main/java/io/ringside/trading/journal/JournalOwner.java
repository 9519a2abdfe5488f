package io.ringside.trading.journal;

import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.util.List;

/**
 * The owner of the state that is journaled.
 *
 * <p><em>Threading:</em> called on the ring thread; {@link #save} for the first segment on the thread that opens the
 * journal; what is about files and the disk by the thread {@code journal-io}, at first by the one that opens the
 * journal.
 */
public interface JournalOwner {

    /** All state as it is before the event of that sequence. */
    List<SavedPart> save(long sequence) throws IOException;

    /** Nothing is journaled any more, so no order may leave. {@code reason} is for users. Called once per failure. */
    void onFailure(String reason);

    /** Journaling has resumed with the event on which this is called; a snapshot bridges the gap. */
    void onRecovered();

    /** Fewer than {@link JournalConfig#SPARE_SEGMENTS} segments fit on the disk. Once until it has room again. */
    default void onSpaceLow(long freeBytes, long neededBytes) {
        // An owner without users has nobody to tell.
    }

    /** There is room again, after {@link #onSpaceLow}. */
    default void onSpaceRegained(long freeBytes) {
        // As above.
    }

    /** No segment from this number on is deleted: it is still to be read. */
    default long neededFrom() {
        return Long.MAX_VALUE;
    }
}
