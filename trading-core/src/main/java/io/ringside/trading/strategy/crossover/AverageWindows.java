package io.ringside.trading.strategy.crossover;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

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

    /**
     * Exact sum of unsigned longs in 128 bits. Of at most 2^17 summands below 2^64 it stays below 2^81, and times a
     * factor below 2^17 below 2^98, so nothing here can overflow.
     *
     * <p><em>Threading:</em> the ring thread; only {@link #value} allocates.
     */
    static final class WideSum {

        private long high;
        private long low;

        void clear() {
            high = 0;
            low = 0;
        }

        void add(long unsigned) {
            low += unsigned;
            if (Long.compareUnsigned(low, unsigned) < 0) {
                high++;
            }
        }

        /** Subtracts a value that was added before. */
        void subtract(long unsigned) {
            if (Long.compareUnsigned(low, unsigned) < 0) {
                high--;
            }
            low -= unsigned;
        }

        void copyFrom(WideSum other) {
            set(other.high, other.low);
        }

        void set(long newHigh, long newLow) {
            high = newHigh;
            low = newLow;
        }

        /**
         * As {@link Long#compare}, of this sum times a factor and another times another; factors are from 1 to 2^17.
         */
        int compareTimes(int factor, WideSum other, int otherFactor) {
            int byHigh = Long.compare(highTimes(factor), other.highTimes(otherFactor));
            return byHigh != 0 ? byHigh : Long.compareUnsigned(low * factor, other.low * otherFactor);
        }

        long high() {
            return high;
        }

        long low() {
            return low;
        }

        BigInteger value() {
            BigInteger signedLow = BigInteger.valueOf(low);
            return BigInteger.valueOf(high + (low < 0 ? 1 : 0)).shiftLeft(Long.SIZE).add(signedLow);
        }

        /**
         * {@link Math#multiplyHigh} takes the low half as signed: the factor is missing once when its top bit is set.
         */
        private long highTimes(int factor) {
            return high * factor + Math.multiplyHigh(low, factor) + (low < 0 ? factor : 0);
        }
    }
}
