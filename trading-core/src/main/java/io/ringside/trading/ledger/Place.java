package io.ringside.trading.ledger;

import java.util.Comparator;

/**
 * Which record of the journal a record of the ledger is derived from. Places only increase.
 *
 * @param runId    of the process; those of later runs are higher
 * @param sequence of the event in the ring
 * @param index    among the journal's records of that sequence: see {@link #EVENT}
 */
public record Place(long runId, long sequence, int index) implements Comparable<Place> {

    /** Before all others. */
    public static final Place NONE = new Place(0, Long.MIN_VALUE, 0);

    /** Index of the event of a sequence; its decisions follow. Lower ones are the segment's that starts with it. */
    public static final int EVENT = 3;

    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::runId).thenComparingLong(Place::sequence).thenComparingInt(Place::index);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
