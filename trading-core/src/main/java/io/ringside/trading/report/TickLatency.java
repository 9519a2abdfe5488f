package io.ringside.trading.report;

import io.ringside.core.event.Tick;
import io.ringside.core.route.TickHandler;
import io.ringside.core.runtime.LatencyRecorder;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How long ticks take, subscribed as their last handler: from the read of the socket to here, and the stages between,
 * for the ticks that the feed marks, which is one in 64. The others cost nothing: the clock is what is expensive. An
 * instrument: nothing is decided on what it reads.
 *
 * <p><em>Threading:</em> the ring thread; allocates nothing.
 */
public final class TickLatency implements TickHandler {

    private final LongSupplier nanoClock;
    private final LatencyRecorder whole = new LatencyRecorder("socket to handler");
    private final LatencyRecorder decode = new LatencyRecorder("read to decoded");
    private final LatencyRecorder publish = new LatencyRecorder("decoded to ring");
    private final LatencyRecorder handle = new LatencyRecorder("ring to handled");

    public TickLatency(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    @Override
    public void onTick(Tick tick, long sequence) {
        if (!tick.isTimed()) {
            return;
        }
        long nowNs = nanoClock.getAsLong();
        whole.record(nowNs - tick.receivedNs());
        decode.record(tick.decodedNs() - tick.receivedNs());
        publish.record(tick.publishedNs() - tick.decodedNs());
        handle.record(nowNs - tick.publishedNs());
    }

    /** The whole first, then its stages in their order. */
    public List<LatencyRecorder> recorders() {
        return List.of(whole, decode, publish, handle);
    }
}
