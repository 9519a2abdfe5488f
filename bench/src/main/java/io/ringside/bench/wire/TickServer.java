package io.ringside.bench.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * A minimal WebSocket server: listens on the loopback address, answers one handshake at a time, and hands the
 * connection to the caller.
 *
 * <p><em>Threading:</em> one thread accepts; any thread closes, which ends a pending {@link #accept}.
 */
public final class TickServer implements AutoCloseable {

    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern KEY =
        Pattern.compile("^sec-websocket-key:\\s*(\\S+)\\s*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int MAX_REQUEST_BYTES = 32 * 1024;

    private final ServerSocketChannel server;
    private final SSLContext tls;

    /**
     * @param port 0 for any
     * @param tls  null for none
     */
    public TickServer(int port, SSLContext tls) throws IOException {
        this.tls = tls;
        this.server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    public int port() throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    /** Waits for a client and completes the handshake. */
    public Wire accept() throws IOException {
        SocketChannel channel = server.accept();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Wire client = tls == null ? new PlainWire(channel) : new TlsWire(channel, tls);
        client.write(StandardCharsets.ISO_8859_1.encode(answer(readRequest(client))));
        return client;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    static String answer(String request) throws IOException {
        Matcher key = KEY.matcher(request);
        if (!key.find()) {
            throw new IOException("the client sent no WebSocket key: " + request);
        }
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: " + accept(key.group(1)) + "\r\n\r\n";
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                .digest((key + KEY_SUFFIX).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-1", missing);
        }
    }

    private static String readRequest(Wire client) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_REQUEST_BYTES);
        String request = "";
        while (!request.endsWith("\r\n\r\n")) {
            if (client.read(bytes) <= 0) {
                throw new IOException("the client left, or sent too much, during the handshake: " + request);
            }
            request = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        }
        return request;
    }
}
