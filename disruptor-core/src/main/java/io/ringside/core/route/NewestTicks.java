package io.ringside.core.route;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Tick;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Hand-over of quotes to one who looks by the clock: a terminal, a page, a chart. Holds each symbol's newest tick and
 * forgets the ones before. Nobody is woken: a look costs the ring's thread nothing.
 *
 * <p>Each symbol has a version, odd while its tick is being written and two higher with every tick. A reader's copy
 * counts only if the version was even before it and is the same after it. For one tick in turn this costs two stores
 * more than the copy; {@code HandOverBenchmark} compares it with a {@link SlowHandler}.
 *
 * <p><em>Threading:</em> {@link #onTick} on the ring thread, which neither waits nor allocates; {@link #copyNewer} on
 * any thread.
 */
public final class NewestTicks implements TickHandler {

    private static final VarHandle VERSION = MethodHandles.arrayElementVarHandle(long[].class);

    private final PipelineEvent[] ticks;
    private final long[] versions;

    public NewestTicks(int symbols) {
        this.versions = new long[symbols];
        this.ticks = new PipelineEvent[symbols];
        for (int id = 0; id < symbols; id++) {
            ticks[id] = new PipelineEvent();
        }
    }

    @Override
    public void onTick(Tick tick, long sequence) {
        int symbolId = tick.symbolId();
        long version = versions[symbolId];
        VERSION.setOpaque(versions, symbolId, version + 1);
        // the odd version is seen before any byte of the new tick
        VarHandle.storeStoreFence();
        ticks[symbolId].tick().copyFrom(tick);
        VERSION.setRelease(versions, symbolId, version + 2);
    }

    /**
     * Copies a symbol's newest tick if there is one after that version, 0 being the version before the first. Never
     * waits: a tick that is being written at this moment is left to the next look.
     *
     * @return the version of what was copied; the one given if there is nothing new, {@code into} is then undefined
     */
    public long copyNewer(int symbolId, long seenVersion, Tick into) {
        long version = (long) VERSION.getAcquire(versions, symbolId);
        if (version == seenVersion || (version & 1) != 0) {
            return seenVersion;
        }
        into.copyFrom(ticks[symbolId].tick());
        // the bytes are read before the version is read again
        VarHandle.loadLoadFence();
        return (long) VERSION.getOpaque(versions, symbolId) == version ? version : seenVersion;
    }
}
