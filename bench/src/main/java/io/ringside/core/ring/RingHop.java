package io.ringside.core.ring;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.util.Arrays;

/** Through an {@link EventRing}, a tick or a burst at a time. Threading: as {@link Hop}. */
final class RingHop implements Hop {

    private final Counter handled = new Counters().counter("events handled");
    private final PipelineEvent event = new PipelineEvent();
    private final EventRing ring;
    private final boolean filling;
    private final boolean batching;
    private long bidPrices;
    private PipelineEvent[] burst = new PipelineEvent[0];
    private long updateId;

    private RingHop(WaitMode waitMode, boolean filling, boolean batching) {
        this.filling = filling;
        this.batching = batching;
        this.ring = new EventRing(RingConfig.of("ring", waitMode), (arrived, sequence, endOfBatch) -> {
            bidPrices += arrived.tick().bidPrice();
            handled.increment();
        }, death -> { });
        fill();
        ring.start();
    }

    /** Publishes the same event every time. */
    static RingHop bare(WaitMode waitMode) {
        return new RingHop(waitMode, false, false);
    }

    /** Publishes a whole burst with one claim. */
    static RingHop batching(WaitMode waitMode) {
        return new RingHop(waitMode, false, true);
    }

    /** Writes each event before it is published, as a feed does. */
    static RingHop filling(WaitMode waitMode) {
        return new RingHop(waitMode, true, false);
    }

    @Override
    public boolean tryPublish() {
        if (filling) {
            fill();
        }
        return ring.tryPublish(event);
    }

    @Override
    public void flood(int count) {
        if (!batching) {
            Hop.super.flood(count);
            return;
        }
        if (burst.length != count) {
            burst = new PipelineEvent[count];
            Arrays.fill(burst, event);
        }
        int next = ring.tryPublish(burst, 0, count);
        while (next < count) {
            Thread.onSpinWait();
            next += ring.tryPublish(burst, next, count);
        }
    }

    @Override
    public long handled() {
        return handled.value();
    }

    @Override
    public void close() {
        ring.close();
    }

    private void fill() {
        long id = updateId++;
        event.tick().set((int) id & 15, id, id, id);
        event.tick().setQuote(-8, -8, id + 1, 2, id + 3, 4);
    }
}
