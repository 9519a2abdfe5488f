package io.ringside.core.ring;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.OutOfMemory;
import io.ringside.core.runtime.ThreadNames;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a TIMER event every period and lets the ring's monitor look. A timer waits for room, at most a period:
 * quotes take every free slot of a full ring at once, and time must not stop for them. One that finds no room
 * is left out and counted; the next one carries the time as well.
 *
 * <p><em>Threading:</em> {@link #start()} and {@link #close()} from the owner's thread; works on the timer thread.
 */
public final class TimerSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimerSource.class);

    private static final Runnable NOTHING_TO_SAY = () -> { };

    private final Publisher ring;
    private final Runnable monitor;
    private final LongSupplier epochNsClock;
    private final long periodMs;
    private final Counter leftOut;
    private final PipelineEvent event = new PipelineEvent();
    private final ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(ThreadNames.factory(ThreadNames.TIMER));

    /**
     * @param monitor      runs once a period, on the timer thread
     * @param epochNsClock wall clock in nanoseconds
     */
    public TimerSource(Publisher ring, Runnable monitor, LongSupplier epochNsClock, long periodMs, Counter leftOut) {
        this.ring = ring;
        this.monitor = monitor;
        this.epochNsClock = epochNsClock;
        this.periodMs = periodMs;
        this.leftOut = leftOut;
    }

    public void start() {
        executor.scheduleAtFixedRate(this::onPeriod, periodMs, periodMs, TimeUnit.MILLISECONDS);
    }

    /** Idempotent; does not wait for a period that is under way. */
    @Override
    public void close() {
        executor.shutdownNow();
    }

    void onPeriod() {
        try {
            event.timer().set(epochNsClock.getAsLong());
            if (!ring.publish(event, TimeUnit.MILLISECONDS.toNanos(periodMs), NOTHING_TO_SAY)) {
                leftOut.increment();
            }
            monitor.run();
        } catch (RuntimeException failure) {
            LOG.error("timer period failed, the next one is tried", failure);
        } catch (Error failure) {
            LOG.error("timer ends: no TIMER events and no look at the ring from now on", failure);
            OutOfMemory.escalate(failure);
            throw failure;
        }
    }
}
