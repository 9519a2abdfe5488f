package io.ringside.trading.risk;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * When the last orders left, to count those of the last 60 s. Counting forgets none, so that a recovery, which counts
 * nothing, comes to the same state. When time steps back, the orders of the time that is now ahead count as of now:
 * they stay in the window for 60 s more, neither for ever nor not at all.
 *
 * <p><em>Threading:</em> the ring thread; allocates nothing but at construction.
 */
final class OrderRate {

    static final long WINDOW_NS = 60_000_000_000L;

    /** Oldest first from {@code oldest}; never falls from one to the next. */
    private final long[] timesNs;
    private int oldest;
    private int size;

    /** {@code most} is how many can be counted. */
    OrderRate(int most) {
        timesNs = new long[most];
    }

    /** Orders of the 60 s before {@code nowNs}; one of exactly 60 s ago is not of them. */
    int count(long nowNs) {
        keepBehind(nowNs);
        int count = 0;
        while (count < size && nowNs - timesNs[index(size - 1 - count)] < WINDOW_NS) {
            count++;
        }
        return count;
    }

    void add(long nowNs) {
        keepBehind(nowNs);
        if (size == timesNs.length) {
            oldest = index(1);
            size--;
        }
        timesNs[index(size)] = nowNs;
        size++;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(timesNs[index(i)]);
        }
    }

    void load(DataInput in) throws IOException {
        oldest = 0;
        size = 0;
        for (int left = in.readInt(); left > 0; left--) {
            add(in.readLong());
        }
    }

    private void keepBehind(long nowNs) {
        for (int i = size - 1; i >= 0 && timesNs[index(i)] > nowNs; i--) {
            timesNs[index(i)] = nowNs;
        }
    }

    private int index(int fromOldest) {
        return (oldest + fromOldest) % timesNs.length;
    }
}
