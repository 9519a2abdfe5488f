package io.ringside.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/**
 * A WebSocket server on 127.0.0.1 that the test plays frame by frame: it reads only handshakes. Waits at most ten
 * seconds for anything.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class ScriptedVenue implements AutoCloseable {

    private static final long DEADLINE_MS = TimeUnit.SECONDS.toMillis(10);
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final List<Socket> sockets = new ArrayList<>();

    public ScriptedVenue() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    public ScriptedVenue(ServerSocketFactory factory) throws IOException {
        server = factory.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout((int) DEADLINE_MS);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The next connection, before its handshake. */
    public Session accept() throws IOException {
        Socket socket = server.accept();
        sockets.add(socket);
        socket.setSoTimeout((int) DEADLINE_MS);
        return new Session(socket);
    }

    public Session acceptOpen() throws IOException {
        return accept().open();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One connection. */
    public record Session(Socket socket) {

        /** Answers the handshake. */
        public Session open() throws IOException {
            String key = readHandshake();
            return send(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        public void reject(String statusAndHeaders) throws IOException {
            readHandshake();
            send(("HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
            socket.close();
        }

        public Session send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        }

        public Session text(String text) throws IOException {
            return send(new ServerFrames().text(text).bytes());
        }

        /** Reads until the feed closes its end, or resets it. */
        public void awaitEnd() {
            try {
                while (socket.getInputStream().read() >= 0) {
                    // frames from the feed
                }
            } catch (SocketTimeoutException late) {
                throw new AssertionError("the feed did not close its connection", late);
            } catch (IOException expected) {
                // a reset is an end as well
            }
        }

        public void close() throws IOException {
            socket.close();
        }

        private String readHandshake() throws IOException {
            BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 1);
            String key = "";
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key: ")) {
                    key = line.substring(19);
                }
            }
            return key;
        }

        private static String accepted(String key) {
            try {
                byte[] secret = (key + GUID).getBytes(StandardCharsets.US_ASCII);
                return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(secret));
            } catch (NoSuchAlgorithmException missing) {
                throw new AssertionError(missing);
            }
        }
    }
}
