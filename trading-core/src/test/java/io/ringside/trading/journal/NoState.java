package io.ringside.trading.journal;

import io.ringside.trading.snapshot.SavedPart;
import java.util.List;

/** Owns a journal, has nothing to save, and expects the journal to work. */
public final class NoState implements JournalOwner {

    @Override
    public List<SavedPart> save(long sequence) {
        return List.of();
    }

    @Override
    public void onFailure(String reason) {
        throw new AssertionError(reason);
    }

    @Override
    public void onRecovered() {
        throw new AssertionError("never failed");
    }
}
