package io.ringside.core.runtime;

import java.util.concurrent.locks.LockSupport;

/**
 * Lets one thread sleep until others have work for it: the blocking companion of a queue that never blocks.
 *
 * <p><em>Threading:</em> {@link #raise} from any thread, the ring's included: it takes no lock and never waits, and
 * wakes the sleeper only if there is one. {@link #await} from one thread.
 */
public final class WakeSignal {

    private volatile boolean raised;
    private volatile Thread sleeper;

    /** Ends the wait under way, or the next one at once. Publish first, then raise. */
    public void raise() {
        raised = true;
        Thread asleep = sleeper;
        if (asleep != null) {
            LockSupport.unpark(asleep);
        }
    }

    /** Waits until the signal was raised since the last wait, or the time is over. */
    public void await(long waitNs) throws InterruptedException {
        sleeper = Thread.currentThread();
        try {
            long startNs = System.nanoTime();
            long leftNs = waitNs;
            while (!raised && leftNs > 0) {
                LockSupport.parkNanos(this, leftNs);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                leftNs = waitNs - (System.nanoTime() - startNs);
            }
            raised = false;
        } finally {
            sleeper = null;
        }
    }
}
