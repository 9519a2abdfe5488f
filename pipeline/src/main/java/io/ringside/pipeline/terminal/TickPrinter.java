package io.ringside.pipeline.terminal;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.route.Router;
import io.ringside.core.route.SlowHandler;
import io.ringside.core.route.TickHandler;
import io.ringside.core.route.TimerHandler;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Prints best bids at a readable rate: each period, the newest of every symbol that has moved, at most ten lines.
 *
 * <p><em>Threading:</em> the thread of its hand-over, never the ring's.
 */
public final class TickPrinter implements TickHandler, TimerHandler {

    private static final int MOST_LINES = 10;

    private final Symbols symbols;
    private final long periodNs;
    private final Consumer<String> lines;
    private final PipelineEvent[] newest;
    private final boolean[] moved;
    private long printedNs;
    private int next;

    public TickPrinter(Symbols symbols, long periodMs, Consumer<String> lines) {
        this.symbols = symbols;
        this.periodNs = TimeUnit.MILLISECONDS.toNanos(periodMs);
        this.lines = lines;
        this.moved = new boolean[symbols.size()];
        this.newest = new PipelineEvent[symbols.size()];
        for (int id = 0; id < newest.length; id++) {
            newest[id] = new PipelineEvent();
        }
    }

    /** This printer behind a hand-over, on a thread of its own; {@code onFatal} is told if that thread dies. */
    public SlowHandler offRing(Counters counters, Consumer<String> onFatal) {
        Router slow = new Router(System::nanoTime, counters.counter("tick printer failures"))
            .onTick("printer", this)
            .onTimer("printer", this);
        return new SlowHandler(RingConfig.of(ThreadNames.CONSOLE, WaitMode.BLOCKING), slow, symbols.size(), counters,
            System::nanoTime, death -> onFatal.accept("the tick printer died: " + death));
    }

    @Override
    public void onTick(Tick tick, long sequence) {
        newest[tick.symbolId()].tick().copyFrom(tick);
        moved[tick.symbolId()] = true;
    }

    @Override
    public void onTimer(long epochNs, long sequence) {
        long elapsedNs = epochNs - printedNs;
        // Negative: the wall clock was set back.
        if (elapsedNs >= 0 && elapsedNs < periodNs) {
            return;
        }
        printedNs = epochNs;
        int printed = 0;
        for (int looked = 0; looked < moved.length && printed < MOST_LINES; looked++) {
            if (moved[next]) {
                moved[next] = false;
                printed++;
                print(newest[next].tick());
            }
            next = (next + 1) % moved.length;
        }
    }

    private void print(Tick tick) {
        lines.accept("[TICK] " + symbols.name(tick.symbolId()) + " "
            + Decimals.toString(tick.bidPrice(), tick.priceExponent()));
    }
}
