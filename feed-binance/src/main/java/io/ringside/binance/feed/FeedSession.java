package io.ringside.binance.feed;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the venue, from its handshake to its end: subscribes, answers pings, decodes, watches for silence,
 * and tells its owner once when it is over. It never reconnects; a new connection is a new session.
 *
 * <p><em>Threading:</em> the feed's event loop.
 */
final class FeedSession extends ChannelInboundHandlerAdapter implements FrameListener {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSession.class);
    private static final long WATCH_PERIOD_MS = 250;
    private static final String CLOSED_BY_PEER = "closed by the other side";
    private static final int NORMAL_CLOSURE = 1000;
    private static final int GOING_AWAY = 1001;

    private final SessionOwner owner;
    private final StreamPlan plan;
    private final FeedParts parts;
    private final FrameHandler frames;
    private Channel channel;
    private FrameSender sender;
    private SessionWatch watch;
    private Future<?> watchTask;
    private long receivedNs;
    private int answers;
    private boolean paused;
    private boolean disconnected;
    private boolean ended;

    FeedSession(SessionOwner owner, StreamPlan plan, FeedParts parts) {
        this.owner = owner;
        this.plan = plan;
        this.parts = parts;
        this.frames = new FrameHandler(this, parts.config().maxMessageBytes());
    }

    StreamPlan plan() {
        return plan;
    }

    boolean isEnded() {
        return ended;
    }

    /** Connected, and every request for streams is answered: what it does not deliver does not happen. */
    boolean isSubscribed() {
        return sender != null && answers >= plan.subscribes().size();
    }

    FrameHandler frames() {
        return frames;
    }

    /** Ends the session from our side; the owner is told. */
    void close(String reason) {
        if (sender != null && channel.isActive()) {
            sender.close(NORMAL_CLOSURE);
        }
        end(reason, 0);
    }

    /** Also called by the connector when there is no connection to begin with. */
    void end(String reason, long minDelayMs) {
        if (ended) {
            return;
        }
        ended = true;
        if (watchTask != null) {
            watchTask.cancel(false);
        }
        if (channel != null && sender == null) {
            channel.close();
        }
        owner.onEnded(this, reason, minDelayMs);
    }

    /**
     * Reads on after a pause, which counts in the latency of what has waited. A connection lost meanwhile ends the
     * session behind all that it had brought.
     */
    void resume() {
        if (paused && !ended) {
            paused = false;
            watch().onBytes(parts.clock().nowNs());
            frames.readFrames();
            if (!paused && disconnected) {
                end(CLOSED_BY_PEER, 0);
            } else if (!paused) {
                channel.config().setAutoRead(true);
            }
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
        if (ended) {
            channel.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            onOpen();
        } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
            end("WebSocket handshake not answered for " + parts.config().timeouts().connectMs() + " ms", 0);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        disconnected = true;
        if (!paused) {
            end(CLOSED_BY_PEER, 0);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        end(describe(failure), retryAfterMs(failure));
        context.close();
    }

    void onBytes() {
        receivedNs = parts.clock().nowNs();
        watch().onBytes(receivedNs);
    }

    /** All frames of a read have been seen. */
    void onReadEnd() {
        parts.publisher().onReadEnd();
    }

    void onViolation(ProtocolViolation violation) {
        parts.counters().violations().increment();
        fail(violation.closeCode(), violation.getMessage());
    }

    @Override
    public boolean wantsMore() {
        if (ended) {
            return false;
        }
        if (!parts.publisher().wantsMore()) {
            paused = true;
            channel.config().setAutoRead(false);
            return false;
        }
        return true;
    }

    @Override
    public void onText(byte[] bytes, int offset, int length) {
        MessageKind kind = parts.decoder().decode(bytes, offset, length, parts.quote());
        if (kind == MessageKind.QUOTE) {
            onQuote();
        } else {
            onOther(kind, bytes, offset, length);
        }
    }

    @Override
    public void onBinary(int length) {
        parts.counters().others().increment();
    }

    @Override
    public void onPing(byte[] bytes, int offset, int length) {
        sender.pong(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Override
    public void onPong() {
        // any bytes show that the other side lives, see onBytes
    }

    @Override
    public void onClose(int code, String reason) {
        fail(NORMAL_CLOSURE, "close frame " + code + (reason.isEmpty() ? "" : " " + reason));
    }

    private void onOpen() {
        sender = new FrameSender(channel, parts.clock());
        plan.subscribes().forEach(sender::text);
        watchTask = channel.eventLoop()
            .scheduleAtFixedRate(this::onWatch, WATCH_PERIOD_MS, WATCH_PERIOD_MS, TimeUnit.MILLISECONDS);
        watch().onBytes(parts.clock().nowNs());
    }

    private void onQuote() {
        watch.onQuote(receivedNs);
        owner.onQuote(this);
        parts.publisher().onQuote(parts.quote(), receivedNs);
    }

    private void onOther(MessageKind kind, byte[] bytes, int offset, int length) {
        FeedCounters counters = parts.counters();
        switch (kind) {
            case UNKNOWN_SYMBOL -> counters.unknownSymbols().increment();
            case BAD_QUOTE -> {
                counters.refused().increment();
                parts.oddities().report("quote refused", bytes, offset, length);
            }
            case MALFORMED -> {
                counters.malformed().increment();
                parts.oddities().report("message malformed", bytes, offset, length);
            }
            case REFUSED -> {
                answers++;
                counters.answers().increment();
                LOG.error("the venue refuses a request: {}", parts.decoder().refusal());
            }
            case CONFIRMED -> {
                answers++;
                counters.answers().increment();
            }
            case SERVER_SHUTDOWN -> {
                counters.others().increment();
                owner.onRenewalDue(this, "the venue announces its shutdown");
            }
            default -> {
                counters.others().increment();
                parts.oddities().report("message not used", bytes, offset, length);
            }
        }
    }

    private void onWatch() {
        long nowNs = parts.clock().nowNs();
        parts.clock().resync();
        if (paused) {
            // the silence is ours
            watch.onBytes(nowNs);
            watch.onQuote(nowNs);
            return;
        }
        switch (watch.check(nowNs)) {
            case DEAD -> fail(GOING_AWAY, watch.reason());
            case RENEWAL_DUE -> owner.onRenewalDue(this, watch.reason());
            case STALE -> owner.onStale(this, watch.reason());
            case PING_DUE -> sender.ping();
            default -> { /* nothing is due */ }
        }
    }

    private void fail(int closeCode, String reason) {
        if (ended) {
            return;
        }
        if (sender != null) {
            sender.close(closeCode);
        }
        end(reason, 0);
    }

    private SessionWatch watch() {
        if (watch == null) {
            watch = new SessionWatch(parts.config().timeouts(), parts.clock().nowNs());
        }
        return watch;
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static long retryAfterMs(Throwable failure) {
        return failure instanceof WebSocketClientHandshakeException refused && refused.response() != null
            ? RetryAfter.ms(refused.response().headers().get("Retry-After"))
            : 0;
    }
}
