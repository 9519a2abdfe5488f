package io.ringside.trading.strategy.crossover;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Cool-down of one symbol and why its last order was rejected. Time is that of events, which may be set back: a pause
 * that begins more than 10 s in the future is over.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class OrderPause {

    /** Least pause after a rejection, so that a strategy without cool-down does not ask the risk gate on every tick. */
    static final long REJECTED_NS = TimeUnit.SECONDS.toNanos(1);
    /** By how much the times of events may run backwards without the clock having been set back. */
    static final long BACK_NS = TimeUnit.SECONDS.toNanos(10);

    private static final int MAX_REJECTION = 200;

    private long sinceEpochNs;
    private long lengthNs;
    private String rejection = "";

    /** An order has left. */
    void begin(long nowEpochNs, long cooldownNs) {
        sinceEpochNs = nowEpochNs;
        lengthNs = cooldownNs;
        rejection = "";
    }

    /** An order was rejected, by the gate or the venue. */
    void reject(long nowEpochNs, long cooldownNs, String why) {
        begin(nowEpochNs, Math.max(cooldownNs, REJECTED_NS));
        rejection = why.length() > MAX_REJECTION ? why.substring(0, MAX_REJECTION) : why;
    }

    boolean isOver(long nowEpochNs) {
        return leftNs(nowEpochNs) == 0;
    }

    long leftNs(long nowEpochNs) {
        long elapsedNs = nowEpochNs - sinceEpochNs;
        return elapsedNs < -BACK_NS || elapsedNs >= lengthNs ? 0 : Math.min(lengthNs - elapsedNs, lengthNs);
    }

    /** Empty when the last order left. */
    String rejection() {
        return rejection;
    }

    /** False before the first order. */
    boolean hasBegun() {
        return lengthNs > 0 || sinceEpochNs > 0;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(sinceEpochNs);
        out.writeLong(lengthNs);
        out.writeUTF(rejection);
    }

    void load(DataInput in) throws IOException {
        sinceEpochNs = in.readLong();
        lengthNs = in.readLong();
        rejection = in.readUTF();
    }
}
