package io.ringside.trading.desk;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How long a plan waits, when it tries again, and which cancels it has asked for. Time is that of events; it begins
 * again with each run and when the clock is set back.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class PlanPace {

    private final SortedSet<Long> cancelsAsked = new TreeSet<>();
    private boolean resumed;
    private long sinceEpochNs;
    private long pausedUntilEpochNs;
    private String failure = "";

    /** A new run goes on with the plan: its quotes have yet to come, and the cancels may be lost. */
    void onRunStart() {
        resumed = true;
        sinceEpochNs = 0;
        pausedUntilEpochNs = 0;
        failure = "";
        cancelsAsked.clear();
    }

    /** Whether an earlier run has begun the plan. */
    boolean isResumed() {
        return resumed;
    }

    /** Something has come of the plan. */
    void onProgress(long nowEpochNs) {
        sinceEpochNs = nowEpochNs;
    }

    /** How long nothing has come of it. */
    long waitedNs(long nowEpochNs) {
        if (sinceEpochNs == 0 || nowEpochNs < sinceEpochNs) {
            sinceEpochNs = nowEpochNs;
            pausedUntilEpochNs = Math.min(pausedUntilEpochNs, nowEpochNs);
        }
        return nowEpochNs - sinceEpochNs;
    }

    /** An order could not be placed, or the venue did not take it. */
    void pause(long untilEpochNs, String why) {
        pausedUntilEpochNs = untilEpochNs;
        failure = why;
    }

    boolean isPaused(long nowEpochNs) {
        return nowEpochNs < pausedUntilEpochNs;
    }

    /** Why an order did not trade, the last time that one did not; empty if none did not. */
    String failure() {
        return failure;
    }

    /** True if this order is not asked for yet: now it is. */
    boolean askToCancel(long orderNumber) {
        return cancelsAsked.add(orderNumber);
    }

    /** The gateway did not take the request. */
    void askAgain(long orderNumber) {
        cancelsAsked.remove(orderNumber);
    }

    void save(DataOutput out) throws IOException {
        out.writeBoolean(resumed);
        out.writeLong(sinceEpochNs);
        out.writeLong(pausedUntilEpochNs);
        out.writeUTF(failure);
        out.writeInt(cancelsAsked.size());
        for (long number : cancelsAsked) {
            out.writeLong(number);
        }
    }

    void load(DataInput in) throws IOException {
        resumed = in.readBoolean();
        sinceEpochNs = in.readLong();
        pausedUntilEpochNs = in.readLong();
        failure = in.readUTF();
        cancelsAsked.clear();
        for (int count = in.readInt(); count > 0; count--) {
            cancelsAsked.add(in.readLong());
        }
    }
}
