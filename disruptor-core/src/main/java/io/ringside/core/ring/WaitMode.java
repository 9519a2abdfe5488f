package io.ringside.core.ring;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.concurrent.TimeUnit;

/**
 * How the consumer waits for the next event: the trade between latency and an idle machine. Ringside's own code on the
 * consumer and the producers takes no lock; two of these modes take the Disruptor's.
 */
public enum WaitMode {
    /**
     * The consumer parks on the Disruptor's monitor while nothing comes, and every publish enters that monitor to wake
     * it: both sides can wait for each other there, for the few instructions that it is held. Uses no CPU when idle.
     * The default, right for a machine of one or two cores.
     */
    BLOCKING,
    /**
     * Spins 20 us, yields 80 us, then parks as BLOCKING does, with the same monitor on both sides. Pays only when
     * events come less than 100 us apart.
     */
    PHASED_BACKOFF,
    /** Spins, then yields: no lock and no wake-up on either side. Uses a whole core, but gives it to whoever asks. */
    YIELDING,
    /** Spins: no lock and no wake-up on either side. Uses a whole core; lowest latency when one is free for it. */
    BUSY_SPIN,
    /**
     * Has no thread of its own: a producer's thread, the feed's, handles events at once when it publishes, and those of
     * other producers in between, who wake its event loop. No lock. Right for one core and quick handlers: a slow one
     * delays the socket.
     */
    SHARED_THREAD;

    private static final long SPIN_US = 20;
    private static final long YIELD_US = 80;

    WaitStrategy newStrategy() {
        return switch (this) {
            case BLOCKING -> new BlockingWaitStrategy();
            case PHASED_BACKOFF -> PhasedBackoffWaitStrategy.withLock(SPIN_US, YIELD_US, TimeUnit.MICROSECONDS);
            case YIELDING -> new YieldingWaitStrategy();
            // a shared thread does not wait on the ring; this one costs a producer nothing
            case BUSY_SPIN, SHARED_THREAD -> new BusySpinWaitStrategy();
        };
    }
}
