package io.ringside.trading.strategy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The newest samples in one array, with the exact sums of a long window and of a short one at its end. A sample is an
 * unsigned long: bid plus ask, which is twice the mid. Adding one takes constant time.
 *
 * <p><em>Threading:</em> the ring thread; nothing is allocated after construction: 8 bytes a sample of the long window.
 */
final class AverageWindows {

    private final long[] samples;
    private final int fast;
    private final WideSum fastSum = new WideSum();
    private final WideSum slowSum = new WideSum();
    private int next;
    private int count;

    /** Lengths in samples, {@code fast} from 1 and below {@code slow}, which is at most 2^17. */
    AverageWindows(int fast, int slow) {
        this.fast = fast;
        this.samples = new long[slow];
    }

    void add(long sample) {
        int slow = samples.length;
        if (count >= fast) {
            int leaving = next - fast;
            fastSum.subtract(samples[leaving < 0 ? leaving + slow : leaving]);
        }
        if (count == slow) {
            slowSum.subtract(samples[next]);
        } else {
            count++;
        }
        samples[next] = sample;
        fastSum.add(sample);
        slowSum.add(sample);
        next = next + 1 == slow ? 0 : next + 1;
    }

    void clear() {
        next = 0;
        count = 0;
        fastSum.clear();
        slowSum.clear();
    }

    /** Both are full when the long one is. */
    boolean isFull() {
        return count == samples.length;
    }

    /** The sign of the fast average minus the slow one, exact; of full windows only. */
    int compare() {
        return fastSum.compareTimes(samples.length, slowSum, fast);
    }

    int count() {
        return count;
    }

    int fast() {
        return fast;
    }

    int slow() {
        return samples.length;
    }

    WideSum fastSum() {
        return fastSum;
    }

    WideSum slowSum() {
        return slowSum;
    }

    /** Writes only what is filled, oldest first. */
    void save(DataOutput out) throws IOException {
        out.writeInt(count);
        int index = isFull() ? next : 0;
        for (int left = count; left > 0; left--) {
            out.writeLong(samples[index]);
            index = index + 1 == samples.length ? 0 : index + 1;
        }
    }

    /** Of windows that have the same lengths. */
    void load(DataInput in) throws IOException {
        clear();
        int saved = in.readInt();
        if (saved < 0 || saved > samples.length) {
            throw new IOException("window holds " + saved + " samples, allowed are 0 to " + samples.length);
        }
        for (int left = saved; left > 0; left--) {
            add(in.readLong());
        }
    }
}
