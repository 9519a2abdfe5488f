package io.ringside.core.ring;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;

/** Through an {@link EventRing}, a tick at a time. Threading: as {@link Hop}. */
final class RingHop implements Hop {

    private final Counter handled = new Counters().counter("events handled");
    private final PipelineEvent event = new PipelineEvent();
    private final EventRing ring;
    private final boolean filling;
    private long bidPrices;
    private long updateId;

    /**
     * @param filling whether each event is written anew before it is published, as a feed does
     */
    RingHop(WaitMode waitMode, boolean filling) {
        this.filling = filling;
        this.ring = new EventRing(RingConfig.of("ring", waitMode), (arrived, sequence, endOfBatch) -> {
            bidPrices += arrived.tick().bidPrice();
            handled.increment();
        }, death -> { });
        fill();
        ring.start();
    }

    @Override
    public boolean tryPublish() {
        if (filling) {
            fill();
        }
        return ring.tryPublish(event);
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
