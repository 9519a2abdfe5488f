package io.ringside.trading.market;

import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.core.route.TickHandler;
import io.ringside.core.route.TimerHandler;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The newest quote of each symbol, and how many come per second.
 *
 * <p><em>Threading:</em> the ring thread. A tick is one flat copy; nothing is allocated.
 */
public final class Quotes implements TickHandler, TimerHandler, SnapshotPart {

    private static final long RATE_WINDOW_NS = 1_000_000_000L;

    private final PipelineEvent[] newest;
    private final boolean[] quoted;
    private long ticks;
    private long windowStartNs = -1;
    private long ticksAtWindowStart;
    private long ticksPerSecond;

    public Quotes(Symbols symbols) {
        newest = new PipelineEvent[symbols.size()];
        quoted = new boolean[symbols.size()];
        for (int id = 0; id < newest.length; id++) {
            newest[id] = new PipelineEvent();
        }
    }

    @Override
    public void onTick(Tick tick, long sequence) {
        int symbolId = tick.symbolId();
        newest[symbolId].tick().copyFrom(tick);
        quoted[symbolId] = true;
        ticks++;
    }

    @Override
    public void onTimer(long epochNs, long sequence) {
        long elapsedNs = epochNs - windowStartNs;
        if (windowStartNs < 0 || elapsedNs < 0) {
            // The first timer, or a wall clock that was set back.
            beginWindow(epochNs);
        } else if (elapsedNs >= RATE_WINDOW_NS) {
            ticksPerSecond = (ticks - ticksAtWindowStart) * RATE_WINDOW_NS / elapsedNs;
            beginWindow(epochNs);
        }
    }

    /** The newest quote, valid until the next event; null before the first. */
    public Tick newest(int symbolId) {
        return quoted[symbolId] ? newest[symbolId].tick() : null;
    }

    /** Rate over the last full second that the timer has seen. */
    public long ticksPerSecond() {
        return ticksPerSecond;
    }

    public long ticks() {
        return ticks;
    }

    private void beginWindow(long epochNs) {
        windowStartNs = epochNs;
        ticksAtWindowStart = ticks;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        byte[] bytes = new byte[PipelineEvent.SLOT_BYTES];
        for (int id = 0; id < newest.length; id++) {
            out.writeBoolean(quoted[id]);
            if (quoted[id]) {
                int length = newest[id].copyTo(bytes, 0);
                out.writeInt(length - PipelineEvent.HEADER_BYTES);
                out.write(bytes, PipelineEvent.HEADER_BYTES, length - PipelineEvent.HEADER_BYTES);
            }
        }
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        byte[] bytes = new byte[PipelineEvent.SLOT_BYTES];
        for (int id = 0; id < newest.length; id++) {
            quoted[id] = in.readBoolean();
            if (quoted[id]) {
                int bodyBytes = in.readInt();
                if (bodyBytes < 0 || bodyBytes > bytes.length) {
                    throw new IOException("a quote of " + bodyBytes + " bytes");
                }
                in.readFully(bytes, 0, bodyBytes);
                newest[id].load(EventType.TICK, bytes, 0, bodyBytes, bodyBytes);
            }
        }
    }
}
