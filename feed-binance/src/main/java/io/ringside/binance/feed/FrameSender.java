package io.ringside.binance.feed;

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
import org.agrona.collections.LongArrayQueue;

/**
 * Sends frames, at most four in any second: Binance ends a connection that sends more than five, and a close frame must
 * still fit. Pongs go first, and only the newest ping is answered (RFC 6455 section 5.5.3), so a resubscription never
 * holds up a pong. Texts keep a distance as well: frames sent in a burst may reach the venue late, together with the
 * next ones.
 *
 * <p><em>Threading:</em> the channel's event loop.
 */
final class FrameSender {

    private static final int FRAMES_PER_SECOND = 4;
    private static final long TEXT_DISTANCE_NS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final Channel channel;
    private final FeedClock clock;
    private final LongArrayQueue sentNs = new LongArrayQueue(Long.MIN_VALUE);
    private final Deque<String> texts = new ArrayDeque<>();
    private byte[] pong;
    private boolean ping;
    private long textNs;
    private boolean texted;
    private boolean wakeUpScheduled;
    private boolean closed;

    FrameSender(Channel channel, FeedClock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    void text(String message) {
        texts.add(message);
        sendDue();
    }

    void ping() {
        ping = true;
        sendDue();
    }

    void pong(byte[] payload) {
        pong = payload;
        sendDue();
    }

    /** Sends a close frame at once, nothing after it, and closes the channel, a second later if it cannot leave. */
    void close(int code) {
        closed = true;
        channel.writeAndFlush(new CloseWebSocketFrame(code, "")).addListener(sent -> channel.close());
        channel.eventLoop().schedule(() -> channel.close(), 1, TimeUnit.SECONDS);
    }

    private void sendDue() {
        while (!closed && channel.isActive() && hasWork()) {
            long nowNs = clock.nowNs();
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
        if (sentNs.size() == FRAMES_PER_SECOND) {
            long fullNs = SECOND_NS - (nowNs - sentNs.peekLong());
            if (fullNs > 0) {
                return fullNs;
            }
            sentNs.pollLong();
        }
        boolean textIsNext = pong == null && !ping;
        return textIsNext && texted ? TEXT_DISTANCE_NS - (nowNs - textNs) : 0;
    }

    private boolean hasWork() {
        return pong != null || ping || !texts.isEmpty();
    }

    private WebSocketFrame next(long nowNs) {
        if (pong != null) {
            byte[] payload = pong;
            pong = null;
            return new PongWebSocketFrame(Unpooled.wrappedBuffer(payload));
        }
        if (ping) {
            ping = false;
            return new PingWebSocketFrame();
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
