package io.ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The JDK's WebSocket client, recording what it hears. It answers pings itself. */
final class WireClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long DEADLINE_S = 10;

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> pings = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    static CompletableFuture<WebSocket> handshake(String url) {
        return HTTP.newWebSocketBuilder().buildAsync(URI.create(url), new WireClient());
    }

    static WireClient connect(String url) throws Exception {
        WireClient client = new WireClient();
        client.socket = within(HTTP.newWebSocketBuilder().buildAsync(URI.create(url), client));
        return client;
    }

    void send(String text) throws Exception {
        within(socket.sendText(text, true));
    }

    void ping(String payload) throws Exception {
        within(socket.sendPing(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8))));
    }

    void sendClose(int code, String reason) throws Exception {
        within(socket.sendClose(code, reason));
    }

    String ask(String request) throws Exception {
        send(request);
        return text();
    }

    String text() throws InterruptedException {
        return next(texts);
    }

    String heardPing() throws InterruptedException {
        return next(pings);
    }

    String heardPong() throws InterruptedException {
        return next(pongs);
    }

    boolean heardNothing() {
        return texts.isEmpty() && pings.isEmpty() && pongs.isEmpty();
    }

    /** "code reason" of the server's close frame, or an {@link ExecutionException} when the connection just broke. */
    String closed() throws Exception {
        return within(closed);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            texts.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        pings.add(StandardCharsets.UTF_8.decode(message).toString());
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        pongs.add(StandardCharsets.UTF_8.decode(message).toString());
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }

    static <T> T within(CompletableFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return future.get(DEADLINE_S, TimeUnit.SECONDS);
        } catch (CompletionException failure) {
            throw new ExecutionException(failure.getCause());
        }
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        String next = queue.poll(DEADLINE_S, TimeUnit.SECONDS);
        assertThat(next).as("message within %d s", DEADLINE_S).isNotNull();
        return next;
    }
}
