package io.ringside.trading.ledger;

import java.util.Comparator;

/**
 * Which record of the journal a record of the ledger is derived from. Places only increase.
 *
 * @param runId    of the process; those of later runs are higher
 * @param sequence of the event in the ring
 * @param index    among the journal's records of that sequence: see {@link #EVENT}
 */
public record LedgerPlace(long runId, long sequence, int index) implements Comparable<LedgerPlace> {

    /** Before all others. */
    public static final LedgerPlace NONE = new LedgerPlace(0, Long.MIN_VALUE, 0);

    /** Index of the event of a sequence; its decisions follow. Lower ones are the segment's that starts with it. */
    public static final int EVENT = 3;

    private static final Comparator<LedgerPlace> ORDER =
        Comparator.comparingLong(LedgerPlace::runId).thenComparingLong(LedgerPlace::sequence)
            .thenComparingInt(LedgerPlace::index);

    @Override
    public int compareTo(LedgerPlace other) {
        return ORDER.compare(this, other);
    }
}
