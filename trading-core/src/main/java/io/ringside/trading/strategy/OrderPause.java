package io.ringside.trading.strategy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Cool-down of one symbol and why its last order was refused. Time is that of events, which may be set back: a pause
 * that begins more than 10 s in the future is over.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class OrderPause {

    /** Least pause after a refusal, so that no cool-down, which is allowed, asks the risk gate on every tick. */
    static final long REFUSED_NS = TimeUnit.SECONDS.toNanos(1);
    /** By how much the times of events may run backwards without the clock having been set back. */
    static final long BACK_NS = TimeUnit.SECONDS.toNanos(10);

    private static final int MAX_REFUSAL = 200;

    private long sinceEpochNs;
    private long lengthNs;
    private String refusal = "";

    /** An order has left. */
    void begin(long nowEpochNs, long cooldownNs) {
        sinceEpochNs = nowEpochNs;
        lengthNs = cooldownNs;
        refusal = "";
    }

    /** An order was refused, by the gate or the venue. */
    void refuse(long nowEpochNs, long cooldownNs, String why) {
        begin(nowEpochNs, Math.max(cooldownNs, REFUSED_NS));
        refusal = why.length() > MAX_REFUSAL ? why.substring(0, MAX_REFUSAL) : why;
    }

    boolean isOver(long nowEpochNs) {
        return leftNs(nowEpochNs) == 0;
    }

    long leftNs(long nowEpochNs) {
        long elapsedNs = nowEpochNs - sinceEpochNs;
        return elapsedNs < -BACK_NS || elapsedNs >= lengthNs ? 0 : Math.min(lengthNs - elapsedNs, lengthNs);
    }

    /** Empty when the last order left. */
    String refusal() {
        return refusal;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(sinceEpochNs);
        out.writeLong(lengthNs);
        out.writeUTF(refusal);
    }

    void load(DataInput in) throws IOException {
        sinceEpochNs = in.readLong();
        lengthNs = in.readLong();
        refusal = in.readUTF();
    }
}
