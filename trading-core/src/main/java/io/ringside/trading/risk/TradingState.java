package io.ringside.trading.risk;

import io.ringside.trading.decision.Decision.TradingStateChanged;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.snapshot.SnapshotPart;
import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whether orders may leave. Halted: none; paused: no entries. Both survive restarts; every change is recorded as a
 * {@link TradingStateChanged} before it takes effect.
 *
 * <p>An obstacle, such as a journal that cannot be written, keeps a halt from ending. It belongs to the process, not to
 * the recorded state.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class TradingState implements SnapshotPart {

    private final DecisionLog log;
    private boolean halted;
    private long haltSequence;
    private boolean paused;
    private String obstacle;

    public TradingState(DecisionLog log) {
        this.log = log;
    }

    public boolean isHalted() {
        return halted;
    }

    /** While halted, no order leaves after this sequence of the run that was halted; 0 otherwise. */
    public long haltSequence() {
        return haltSequence;
    }

    /** Why trading cannot resume now; null if it can. */
    public String obstacle() {
        return obstacle;
    }

    /** Null once nothing is in the way. */
    public void setObstacle(String reason) {
        obstacle = reason;
    }

    public boolean isPaused() {
        return paused;
    }

    /** No order leaves after {@code sequence}. False if already halted; the first sequence stays. */
    public boolean halt(long sequence) {
        return !halted && change(true, sequence, paused, sequence);
    }

    /** Ends a halt but not a pause. False if there is none. */
    public boolean resume(long sequence) {
        return halted && change(false, 0, paused, sequence);
    }

    /** False if already paused. */
    public boolean pause(long sequence) {
        return !paused && change(halted, haltSequence, true, sequence);
    }

    /** False if not paused. */
    public boolean endPause(long sequence) {
        return paused && change(halted, haltSequence, false, sequence);
    }

    /** Applies a recorded change. */
    public void restore(TradingStateChanged switched) {
        halted = switched.halted();
        haltSequence = switched.haltSequence();
        paused = switched.paused();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        StateFields.name(out, "halted");
        out.writeBoolean(halted);
        StateFields.name(out, "sequence of the halt");
        out.writeLong(haltSequence);
        StateFields.name(out, "paused");
        out.writeBoolean(paused);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
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
