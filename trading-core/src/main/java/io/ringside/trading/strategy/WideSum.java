package io.ringside.trading.strategy;

import java.math.BigInteger;

/**
 * Exact sum of unsigned longs in 128 bits. Of at most 2^17 summands below 2^64 it stays below 2^81, and times a factor
 * below 2^17 below 2^98, so nothing here can overflow.
 *
 * <p><em>Threading:</em> the ring thread; only {@link #value} allocates.
 */
final class WideSum {

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

    /** As {@link Long#compare}, of this sum times a factor and another times another; factors are from 1 to 2^17. */
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

    /** {@link Math#multiplyHigh} takes the low half as signed: the factor is missing once when its top bit is set. */
    private long highTimes(int factor) {
        return high * factor + Math.multiplyHigh(low, factor) + (low < 0 ? factor : 0);
    }
}
