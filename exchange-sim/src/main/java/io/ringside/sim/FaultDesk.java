package io.ringside.sim;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import io.ringside.sim.client.ClientSession;
import io.ringside.sim.client.Clients;
import io.ringside.sim.control.Faults;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Applies the faults of a {@link SimulatedExchange} to its connections.
 *
 * <p><em>Threading:</em> any thread but the event loop, on which the work is done; blocks until it is, at most five
 * seconds.
 */
final class FaultDesk {

    private static final long TIMEOUT_S = 5;
    private static final int MAX_REASON_BYTES = 123;
    private static final int MIN_STATUS = 300;
    private static final int MAX_STATUS = 599;

    private final EventLoop loop;
    private final Clients clients;
    private final ChannelGroup channels;
    private final Faults faults;

    FaultDesk(EventLoop loop, Clients clients, ChannelGroup channels, Faults faults) {
        this.loop = loop;
        this.clients = clients;
        this.channels = channels;
        this.faults = faults;
    }

    void dropConnections() {
        onLoop(() -> channels.forEach(Channel::close));
    }

    void resetConnections() {
        onLoop(() -> channels.forEach(channel -> {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }));
    }

    void closeConnections(int code, String reason) {
        int bytes = reason.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_REASON_BYTES) {
            throw new IllegalArgumentException(
                "reason has " + bytes + " bytes, allowed are 0 to " + MAX_REASON_BYTES);
        }
        toEach(session -> session.close(code, reason));
    }

    void stall(boolean on) {
        onLoop(() -> {
            faults.stalled(on);
            clients.onChanged();
        });
    }

    void rejectHandshakes(int httpStatus) {
        if (httpStatus != 0 && (httpStatus < MIN_STATUS || httpStatus > MAX_STATUS)) {
            throw new IllegalArgumentException("httpStatus is " + httpStatus + ", allowed are 0 and "
                + MIN_STATUS + " to " + MAX_STATUS);
        }
        onLoop(() -> faults.rejectionStatus(httpStatus));
    }

    void hangHandshakes(boolean on) {
        onLoop(() -> faults.handshakesHung(on));
    }

    void sendText(String text) {
        toEach(session -> session.send(new TextWebSocketFrame(text)));
    }

    void sendRawBytes(byte[] bytes) {
        toEach(session -> session.channel().writeAndFlush(Unpooled.copiedBuffer(bytes)));
    }

    void sendPing(byte[] payload) {
        toEach(session -> session.send(new PingWebSocketFrame(Unpooled.copiedBuffer(payload))));
    }

    void sendFragmented(String text, int... cutPoints) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        check(cutPoints, bytes.length);
        toEach(session -> {
            int from = 0;
            for (int cut : cutPoints) {
                session.send(fragment(bytes, from, cut));
                session.send(new PingWebSocketFrame(Unpooled.copiedBuffer("between", StandardCharsets.US_ASCII)));
                from = cut;
            }
            session.send(fragment(bytes, from, bytes.length));
        });
    }

    void announceShutdown() {
        String data = "{\"e\":\"serverShutdown\",\"E\":" + System.currentTimeMillis() + "}";
        String combined = "{\"stream\":\"!serverShutdown\",\"data\":" + data + "}";
        toEach(session -> session.send(new TextWebSocketFrame(session.isCombined() ? combined : data)));
    }

    private static WebSocketFrame fragment(byte[] bytes, int from, int to) {
        ByteBuf content = Unpooled.wrappedBuffer(bytes, from, to - from);
        boolean isLast = to == bytes.length;
        return from == 0
            ? new TextWebSocketFrame(isLast, 0, content)
            : new ContinuationWebSocketFrame(isLast, 0, content);
    }

    private static void check(int[] cutPoints, int length) {
        int previous = 0;
        for (int cut : cutPoints) {
            if (cut <= previous || cut >= length) {
                throw new IllegalArgumentException("cut point is " + cut + ", allowed are ascending ones from 1 to "
                    + (length - 1));
            }
            previous = cut;
        }
    }

    private void toEach(Consumer<ClientSession> fault) {
        onLoop(() -> clients.all().forEach(fault));
    }

    private void onLoop(Runnable task) {
        Future<?> done = loop.submit(task);
        if (!done.awaitUninterruptibly(TIMEOUT_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the simulated exchange did not act within " + TIMEOUT_S + " s");
        }
        if (!done.isSuccess()) {
            throw new IllegalStateException("the simulated exchange could not do this", done.cause());
        }
    }
}
