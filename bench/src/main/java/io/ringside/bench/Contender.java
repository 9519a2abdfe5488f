package io.ringside.bench;

/**
 * A client that is measured: connects to a local WebSocket server and hands the update id of each bookTicker message to
 * the arrivals, from wherever its handlers run.
 *
 * <p><em>Threading:</em> the rig's main thread starts and closes; a closed one can be started again.
 */
public interface Contender extends AutoCloseable {

    String name();

    /** Connects in the background or before it returns, to {@code ws://127.0.0.1:port/stream?...}. */
    void start(int port, Arrivals arrivals) throws Exception;

    /** Ends its threads. */
    @Override
    void close();
}
