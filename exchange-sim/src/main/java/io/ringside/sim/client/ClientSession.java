package io.ringside.sim.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import io.ringside.sim.control.ControlDesk;
import io.ringside.sim.control.MessageLimit;
import io.ringside.sim.control.Observations;
import io.ringside.sim.control.Subscriptions;
import io.ringside.sim.quote.QuoteMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client after its handshake: answers control messages and pings, pings itself, keeps the limits.
 *
 * <p><em>Threading:</em> the exchange's event loop.
 */
public final class ClientSession extends SimpleChannelInboundHandler<WebSocketFrame> {

    /** Knows whether nothing is to be sent, and hears when what a session wants has changed, and of its end. */
    interface Listener {

        boolean isStalled();

        void onChanged();

        void onGone(ClientSession session);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ClientSession.class);
    private static final int MAX_UNANSWERED_PINGS = 3;
    private static final int POLICY_VIOLATION = 1008;
    private static final long CLOSE_TIMEOUT_MS = 1_000;

    private final Channel channel;
    private final Listener listener;
    private final Subscriptions subscriptions;
    private final MessageLimit limit;
    private final Observations observations;
    private final ControlDesk desk;
    private final Deque<String> unansweredPings = new ArrayDeque<>();
    private Future<?> pings;
    private boolean closing;

    ClientSession(Channel channel, Listener listener, Subscriptions subscriptions, MessageLimit limit,
                  Observations observations) {
        this.channel = channel;
        this.listener = listener;
        this.subscriptions = subscriptions;
        this.limit = limit;
        this.observations = observations;
        this.desk = new ControlDesk(subscriptions);
    }

    void start(long pingIntervalMs) {
        pings = channel.eventLoop().scheduleAtFixedRate(
            this::ping, pingIntervalMs, pingIntervalMs, TimeUnit.MILLISECONDS);
    }

    public Channel channel() {
        return channel;
    }

    boolean isListening() {
        return !closing && !subscriptions.isEmpty();
    }

    boolean wants(String stream) {
        return !closing && subscriptions.contains(stream);
    }

    public boolean isCombined() {
        return subscriptions.isCombined();
    }

    void write(QuoteMessage message) {
        channel.write(new TextWebSocketFrame(message.content(subscriptions.isCombined())), channel.voidPromise());
    }

    public void send(WebSocketFrame frame) {
        channel.writeAndFlush(frame, channel.voidPromise());
    }

    /** Sends a close frame and waits a second for the client's before it closes the socket. */
    public void close(int code, String reason) {
        closing = true;
        ByteBuf payload = Unpooled.buffer().writeShort(code);
        payload.writeCharSequence(reason, StandardCharsets.UTF_8);
        send(new CloseWebSocketFrame(true, 0, payload));
        channel.eventLoop().schedule(() -> channel.close(), CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame close) {
            onClose(close);
        } else if (!closing && limit.permits()) {
            onMessage(frame);
        } else if (!closing && !listener.isStalled()) {
            close(POLICY_VIOLATION, "Too many requests");
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        listener.onChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pings.cancel(false);
        subscriptions.clear();
        listener.onGone(this);
        observations.onGone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (!closing) {
            closing = true;
            LOG.info("connection from {} is lost: {}", channel.remoteAddress(), failure.getMessage());
        }
        channel.close();
    }

    private void onMessage(WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            onText(text.text());
        } else if (frame instanceof PongWebSocketFrame pong) {
            onPong(text(pong.content()));
        } else if (frame instanceof PingWebSocketFrame ping && !listener.isStalled()) {
            send(new PongWebSocketFrame(ping.content().retain()));
        }
    }

    private void onText(String text) {
        observations.onText(text);
        if (listener.isStalled()) {
            return;
        }
        ControlDesk.Answer answer = desk.answer(text);
        send(new TextWebSocketFrame(answer.json()));
        if (answer.isLast()) {
            close(POLICY_VIOLATION, "Invalid request");
        }
        listener.onChanged();
    }

    /** Only the payload of one of our pings counts: unsolicited pongs are allowed, but keep nothing alive. */
    private void onPong(String payload) {
        observations.onPong(payload);
        if (unansweredPings.contains(payload)) {
            unansweredPings.clear();
        }
    }

    private void onClose(CloseWebSocketFrame close) {
        observations.onClose(close.statusCode(), close.reasonText());
        if (closing) {
            channel.close();
        } else if (!listener.isStalled()) {
            closing = true;
            channel.writeAndFlush(close.retain()).addListener(done -> channel.close());
        }
    }

    private void ping() {
        if (listener.isStalled() || closing) {
            return;
        }
        if (unansweredPings.size() == MAX_UNANSWERED_PINGS) {
            LOG.info("connection from {} answered no ping of {} and is dropped",
                channel.remoteAddress(), MAX_UNANSWERED_PINGS);
            channel.close();
            return;
        }
        String payload = Long.toString(System.currentTimeMillis());
        unansweredPings.add(payload);
        send(new PingWebSocketFrame(Unpooled.copiedBuffer(payload, StandardCharsets.US_ASCII)));
    }

    private static String text(ByteBuf payload) {
        return new String(ByteBufUtil.getBytes(payload), StandardCharsets.UTF_8);
    }
}
