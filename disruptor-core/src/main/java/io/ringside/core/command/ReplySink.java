package io.ringside.core.command;

/**
 * The way out to users.
 *
 * <p><em>Threading:</em> any thread, the ring's included: it never waits.
 */
public interface ReplySink {

    /** Returns false when the reply was rejected because too much is waiting; the sink has counted it. */
    boolean offer(Reply reply);
}
