package io.ringside.trading.risk;

import io.ringside.trading.decision.Decision.TradingStateChanged;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.decision.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the owner has switched: halted, no order leaves; paused, no entry leaves. Both survive restarts; every change is
 * a {@link TradingStateChanged} before it holds.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class TradingState implements SnapshotPart {

    private final DecisionLog log;
    private boolean halted;
    private long haltSequence;
    private boolean paused;

    public TradingState(DecisionLog log) {
        this.log = log;
    }

    public boolean isHalted() {
        return halted;
    }

    /** While halted, no order leaves after it; 0 otherwise. It is a sequence of the run in which it was halted. */
    public long haltSequence() {
        return haltSequence;
    }

    public boolean isPaused() {
        return paused;
    }

    /** From {@code sequence} on no order leaves. False when it is halted already, whose sequence then stays. */
    public boolean halt(long sequence) {
        return !halted && change(true, sequence, paused, sequence);
    }

    /** Ends a halt; a pause goes on. False when there is none. */
    public boolean resume(long sequence) {
        return halted && change(false, 0, paused, sequence);
    }

    /** False when it is paused already. */
    public boolean pause(long sequence) {
        return !paused && change(halted, haltSequence, true, sequence);
    }

    /** False when it is not paused. */
    public boolean endPause(long sequence) {
        return paused && change(halted, haltSequence, false, sequence);
    }

    /** Takes a recorded change over. */
    public void restore(TradingStateChanged switched) {
        halted = switched.halted();
        haltSequence = switched.haltSequence();
        paused = switched.paused();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeBoolean(halted);
        out.writeLong(haltSequence);
        out.writeBoolean(paused);
    }

    @Override
    public void load(DataInput in) throws IOException {
        halted = in.readBoolean();
        haltSequence = in.readLong();
        paused = in.readBoolean();
    }

    private boolean change(boolean nowHalted, long nowHaltSequence, boolean nowPaused, long sequence) {
        TradingStateChanged switched = new TradingStateChanged(nowHalted, nowHaltSequence, nowPaused);
        log.record(switched, sequence);
        restore(switched);
        return true;
    }
}
