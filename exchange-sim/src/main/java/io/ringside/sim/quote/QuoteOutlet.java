package io.ringside.sim.quote;

import io.netty.util.concurrent.EventExecutor;

/**
 * Where a {@link QuoteSource} writes: all clients of a simulated exchange at once.
 *
 * <p><em>Threading:</em> the exchange's event loop; {@link #executor()} from any thread.
 */
public interface QuoteOutlet {

    /** The event loop, to schedule on. */
    EventExecutor executor();

    /** True when some client has subscribed to the stream. */
    boolean isWanted(String stream);

    /**
     * True if some client has subscribed to something, and every such client can take more. A source that must not lose
     * a message waits for {@link QuoteSource#onOutletChanged()} while this is false.
     */
    boolean isReady();

    /**
     * Writes to every subscribed client that can take more; the others miss this message.
     *
     * @return how many clients it was written to
     */
    int write(QuoteMessage message);

    /** Sends what was written. */
    void flush();

    /** Runs the task once everything written before has been handed to the operating system, or its client is gone. */
    void afterSent(Runnable task);
}
