package io.ringside.core.ring;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.concurrent.TimeUnit;

/** How the consumer waits for the next event: the trade between latency and an idle machine. */
public enum WaitMode {
    /** Sleeps on a condition while nothing comes. The default, right for a machine of one or two cores. */
    BLOCKING,
    /** Spins 20 us, yields 80 us, then sleeps; pays only when events come less than 100 us apart. */
    PHASED_BACKOFF,
    /** Spins and yields; burns a core, but gives it away to who asks. */
    YIELDING,
    /** Spins; burns a core. Lowest latency when a core is free for it. */
    BUSY_SPIN,
    /**
     * Has no thread of its own: a producer's thread, the feed's, handles events at once when it publishes, and those of
     * other producers in between. Right for one core and quick handlers: a slow one holds up the socket.
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
