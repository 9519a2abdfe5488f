package io.ringside.core.journal;

import io.ringside.core.trade.Decision;

/**
 * Decisions as SBE messages.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class DecisionEncoder {

    /** The SBE message, header included; a new array. For comparing a decision with {@link JournalReader#message()}. */
    public byte[] message(Decision decision) {
        throw new UnsupportedOperationException();
    }
}
