package io.ringside.bench;

import io.ringside.bench.measure.Arrivals;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * A client that is measured: connects to a local WebSocket server and hands the update id of each bookTicker message to
 * the arrivals, from wherever its handlers run.
 *
 * <p><em>Threading:</em> the rig's main thread starts and closes; a closed one can be started again.
 */
public interface Contender extends AutoCloseable {

    String name();

    /** What the server must speak for it: TLS with this context, or null for none. */
    default SSLContext serverTls() throws GeneralSecurityException {
        return null;
    }

    /** Connects in the background or before it returns, to {@code ws://127.0.0.1:port/stream?...} or wss. */
    void start(int port, Arrivals arrivals) throws Exception;

    /** Ends its threads. */
    @Override
    void close();
}
