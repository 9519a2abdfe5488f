package io.ringside.feed.frame;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.agrona.collections.LongArrayQueue;

/**
 * Sends frames within the venue's limit per second, close frames not counted. Pongs go first, and only the newest ping
 * is answered (RFC 6455 section 5.5.3), so a resubscription never delays a pong. Requests keep a distance as well:
 * frames sent in a burst may reach the venue late, together with the next ones.
 *
 * <p><em>Threading:</em> the channel's event loop.
 */
public final class FrameSender {

    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final Channel channel;
    private final LongSupplier nanoClock;
    private final int framesPerSecond;
    private final long textDistanceNs;
    private final LongArrayQueue sentNs = new LongArrayQueue(Long.MIN_VALUE);
    private final Deque<String> texts = new ArrayDeque<>();
    private byte[] pong;
    private String ping;
    private long textNs;
    private boolean texted;
    private boolean wakeUpScheduled;
    private boolean closed;

    public FrameSender(Channel channel, LongSupplier nanoClock, int framesPerSecond, long textDistanceMs) {
        this.channel = channel;
        this.nanoClock = nanoClock;
        this.framesPerSecond = framesPerSecond;
        this.textDistanceNs = TimeUnit.MILLISECONDS.toNanos(textDistanceMs);
    }

    public void text(String message) {
        texts.add(message);
        sendDue();
    }

    /**
     * @param text what the venue takes for a ping; empty for WebSocket's own
     */
    public void ping(String text) {
        ping = text;
        sendDue();
    }

    public void pong(byte[] payload) {
        pong = payload;
        sendDue();
    }

    /** Sends a close frame at once, nothing after it, and closes the channel, a second later if it cannot leave. */
    public void close(int code) {
        closed = true;
        channel.writeAndFlush(new CloseWebSocketFrame(code, "")).addListener(sent -> channel.close());
        channel.eventLoop().schedule(() -> channel.close(), 1, TimeUnit.SECONDS);
    }

    private void sendDue() {
        while (!closed && channel.isActive() && hasWork()) {
            long nowNs = nanoClock.getAsLong();
            long waitNs = waitNs(nowNs);
            if (waitNs > 0) {
                wakeUpIn(waitNs);
                return;
            }
            sentNs.addLong(nowNs);
            channel.writeAndFlush(next(nowNs));
        }
    }

    private long waitNs(long nowNs) {
        if (sentNs.size() == framesPerSecond) {
            long fullNs = SECOND_NS - (nowNs - sentNs.peekLong());
            if (fullNs > 0) {
                return fullNs;
            }
            sentNs.pollLong();
        }
        boolean textIsNext = pong == null && ping == null;
        return textIsNext && texted ? textDistanceNs - (nowNs - textNs) : 0;
    }

    private boolean hasWork() {
        return pong != null || ping != null || !texts.isEmpty();
    }

    private WebSocketFrame next(long nowNs) {
        if (pong != null) {
            byte[] payload = pong;
            pong = null;
            return new PongWebSocketFrame(Unpooled.wrappedBuffer(payload));
        }
        if (ping != null) {
            String text = ping;
            ping = null;
            return text.isEmpty() ? new PingWebSocketFrame() : new TextWebSocketFrame(text);
        }
        texted = true;
        textNs = nowNs;
        return new TextWebSocketFrame(texts.poll());
    }

    private void wakeUpIn(long delayNs) {
        if (!wakeUpScheduled) {
            wakeUpScheduled = true;
            channel.eventLoop().schedule(() -> {
                wakeUpScheduled = false;
                sendDue();
            }, delayNs, TimeUnit.NANOSECONDS);
        }
    }
}
