package io.ringside.pipeline.terminal;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.core.route.NewestTicks;
import io.ringside.core.route.TickHandler;
import io.ringside.core.runtime.RateLimitedLog;
import io.ringside.core.runtime.ThreadNames;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints best bids at a readable rate: the newest of every symbol that has moved, each symbol once a period at most,
 * and at most ten lines a period. A symbol's first quote is printed at the next look. It looks twenty times a second,
 * and whoever writes the quotes never wakes it.
 *
 * <p><em>Threading:</em> {@link #start} and {@link #close} on the owner's thread; looks and prints on a thread of its
 * own. A line that fails is left out and logged; only an {@link Error} ends the thread.
 */
public final class TickPrinter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TickPrinter.class);

    private static final int MOST_LINES = 10;
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long CLOSE_TIMEOUT_MS = 500;

    private final Symbols symbols;
    private final NewestTicks newest;
    private final long periodNs;
    private final Consumer<String> lines;
    private final Consumer<String> onFatal;
    private final Thread thread = ThreadNames.factory(ThreadNames.CONSOLE).newThread(this::run);
    private final RateLimitedLog failureLog = new RateLimitedLog(System::nanoTime);
    private final Tick tick = new PipelineEvent().tick();
    private final long[] versions;
    private final long[] printedNs;
    private long periodStartNs;
    private int linesLeft = MOST_LINES;
    private int next;
    private volatile boolean closed;

    /**
     * @param lines   takes a line and does not wait
     * @param onFatal is told if the thread dies
     */
    public TickPrinter(Symbols symbols, long periodMs, Consumer<String> lines, Consumer<String> onFatal) {
        this.symbols = symbols;
        this.newest = new NewestTicks(symbols.size());
        this.periodNs = TimeUnit.MILLISECONDS.toNanos(periodMs);
        this.lines = lines;
        this.onFatal = onFatal;
        this.versions = new long[symbols.size()];
        this.printedNs = new long[symbols.size()];
    }

    /** Takes the quotes, on the ring thread. */
    public TickHandler quotes() {
        return newest;
    }

    public void start() {
        thread.start();
    }

    /** Idempotent, safe before a start; waits at most half a second for lines under way. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at the same distances whatever a look takes, so that a period is a number of looks. */
    private void run() {
        try {
            long lookNs = System.nanoTime();
            while (!closed) {
                tryLook(lookNs);
                lookNs += LOOK_NS;
                long nowNs = System.nanoTime();
                if (lookNs - nowNs > 0) {
                    LockSupport.parkNanos(lookNs - nowNs);
                } else {
                    lookNs = nowNs;
                }
            }
        } catch (Error failure) {
            // The owner must hear of it even when memory is too full to log it.
            try {
                LOG.error("the tick printer died", failure);
            } finally {
                onFatal.accept("the tick printer died: " + failure);
            }
            throw failure;
        }
    }

    private void tryLook(long nowNs) {
        try {
            look(nowNs);
        } catch (RuntimeException failure) {
            if (failureLog.permits()) {
                LOG.error("a quote was not printed ({} failures not logged before)", failureLog.leftOut(), failure);
            }
        }
    }

    /** Prints what is due at that time of a monotonic clock. */
    void look(long nowNs) {
        if (linesLeft == MOST_LINES || nowNs - periodStartNs >= periodNs) {
            periodStartNs = nowNs;
            linesLeft = MOST_LINES;
        }
        for (int looked = 0; looked < versions.length && linesLeft > 0; looked++) {
            int symbolId = next;
            next = symbolId + 1 == versions.length ? 0 : symbolId + 1;
            if (versions[symbolId] == 0 || nowNs - printedNs[symbolId] >= periodNs) {
                printIfNew(symbolId, nowNs);
            }
        }
    }

    private void printIfNew(int symbolId, long nowNs) {
        long version = newest.copyNewer(symbolId, versions[symbolId], tick);
        if (version == versions[symbolId]) {
            return;
        }
        versions[symbolId] = version;
        printedNs[symbolId] = nowNs;
        linesLeft--;
        lines.accept("[TICK] " + symbols.name(symbolId) + " "
            + Decimals.toString(tick.bidPrice(), tick.priceExponent()));
    }
}
