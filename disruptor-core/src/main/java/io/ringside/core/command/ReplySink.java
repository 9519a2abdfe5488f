package io.ringside.core.command;

/**
 * Outbound to users.
 *
 * <p><em>Threading:</em> any thread, the ring's included: it never waits.
 */
public interface ReplySink {

    /** Returns false when the reply was rejected because the queue is full; the sink has counted it. */
    boolean offer(Reply reply);
}
