package io.ringside.bench;

import io.ringside.bench.measure.Arrivals;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * A client under test: connects to a local WebSocket server and reports the update id of each bookTicker message to the
 * arrivals, on the thread of its handlers.
 *
 * <p><em>Threading:</em> the rig's main thread starts and closes; a closed one can be started again.
 */
public interface Contender extends AutoCloseable {

    String name();

    /** TLS context that the server must use for it, or null for none. */
    default SSLContext serverTls() throws GeneralSecurityException {
        return null;
    }

    /** Connects to {@code ws://127.0.0.1:port/stream?...}, or wss, possibly in the background. */
    void start(int port, Arrivals arrivals) throws Exception;

    /** Ends its threads. */
    @Override
    void close();
}
