package io.ringside.feed.session;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.ringside.core.runtime.OutOfMemory;
import io.ringside.core.runtime.RetryAfter;
import io.ringside.feed.connect.Connector;
import io.ringside.feed.frame.FrameSender;
import io.ringside.feed.frame.ProtocolViolation;
import io.ringside.feed.tick.FeedClock;
import io.ringside.feed.tick.TickReader;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.StreamPlan;
import io.ringside.feed.venue.Venue;
import io.ringside.feed.venue.VenueLimits;
import java.net.URI;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the venue, from its handshake to its end: subscribes, answers pings, keeps the connection alive,
 * detects silence, and notifies its owner once when it has ended. Quotes do not pass through it, see {@link
 * TickReader}. It never reconnects: a new connection is a new session.
 *
 * <p><em>Threading:</em> the feed's event loop.
 */
public final class FeedSession extends ChannelInboundHandlerAdapter implements Connector.Client, TickReader.Listener {

    /** Is notified of a session's events. */
    public interface Owner {

        /**
         * A quote has arrived and is published when this returns. Called for each one until it returns true, and again
         * after {@link #onStale}.
         */
        boolean onQuote(FeedSession session);

        /** Connected, but no quote for longer than the limit. */
        void onStale(FeedSession session, String reason);

        /** The venue, or the session's age, asks for a new connection while this one still works. */
        void onRenewalDue(FeedSession session, String reason);

        /**
         * The session has ended; the last call, made once.
         *
         * @param minDelayMs how long the venue asks to stay away, 0 if it does not say
         */
        void onEnded(FeedSession session, String reason, long minDelayMs);
    }

    private static final Logger LOG = LoggerFactory.getLogger(FeedSession.class);
    private static final long WATCH_PERIOD_MS = 250;
    private static final String CLOSED_BY_PEER = "closed by the other side";
    private static final int NORMAL_CLOSURE = 1000;
    private static final int GOING_AWAY = 1001;

    private final Owner owner;
    private final StreamPlan plan;
    private final FeedTimeouts timeouts;
    private final Venue venue;
    private final FeedClock clock;
    private final TickReader ticks;
    private final RejectedFrames rejected;
    private Channel channel;
    private FrameSender sender;
    private SessionWatch watch;
    private Future<?> watchTask;
    private int answers;
    private boolean disconnected;
    private boolean ended;

    public FeedSession(Owner owner, StreamPlan plan, FeedTimeouts timeouts, Venue venue, FeedClock clock,
                       TickReader ticks, RejectedFrames rejected) {
        this.owner = owner;
        this.plan = plan;
        this.timeouts = timeouts;
        this.venue = venue;
        this.clock = clock;
        this.ticks = ticks;
        this.rejected = rejected;
        ticks.listener(this);
    }

    @Override
    public URI uri() {
        return plan.uri();
    }

    @Override
    public WebSocketFrameDecoder frames() {
        return ticks;
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    /** True once the venue has answered every subscription of the plan. */
    public boolean isSubscribed() {
        return sender != null && answers >= plan.answers();
    }

    /** Ends the session from our side and notifies the owner. */
    public void close(String reason) {
        if (sender != null && channel.isActive()) {
            sender.close(NORMAL_CLOSURE);
        }
        end(reason, 0);
    }

    @Override
    public void end(String reason, long minDelayMs) {
        if (ended) {
            return;
        }
        ended = true;
        ticks.stop();
        if (watchTask != null) {
            watchTask.cancel(false);
        }
        if (channel != null && sender == null) {
            channel.close();
        }
        owner.onEnded(this, reason, minDelayMs);
    }

    /** Resumes reading after a pause. If the connection was lost, the session ends after its buffered frames. */
    public void resume() {
        if (ticks.resume()) {
            if (disconnected) {
                end(CLOSED_BY_PEER, 0);
            } else {
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
            end("WebSocket handshake not answered for " + timeouts.connectMs() + " ms", 0);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        disconnected = true;
        if (!ticks.isPaused()) {
            end(CLOSED_BY_PEER, 0);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        OutOfMemory.escalate(failure);
        end(describe(failure), retryAfterMs(failure));
        context.close();
    }

    @Override
    public boolean onQuote() {
        return owner.onQuote(this);
    }

    @Override
    public void onMessage(MessageKind kind, byte[] bytes, int offset, int length) {
        rejected.onMessage(kind, bytes, offset, length);
        switch (kind) {
            case REJECTED -> {
                answers++;
                LOG.error("the venue rejected a request: {}", ticks.rejection());
            }
            case CONFIRMED -> answers++;
            case SERVER_SHUTDOWN -> owner.onRenewalDue(this, "the venue announces its shutdown");
            default -> { /* counted */ }
        }
    }

    @Override
    public void onBinary() {
        rejected.onBinary();
    }

    @Override
    public void onPing(byte[] payload) {
        sender.pong(payload);
    }

    @Override
    public void onClose(int code, String reason) {
        fail(NORMAL_CLOSURE, "close frame " + code + (reason.isEmpty() ? "" : " " + reason));
    }

    @Override
    public void onViolation(ProtocolViolation violation) {
        rejected.onViolation();
        fail(violation.closeCode(), violation.getMessage());
    }

    @Override
    public void onPause() {
        channel.config().setAutoRead(false);
    }

    private void onOpen() {
        VenueLimits limits = venue.limits();
        sender = new FrameSender(channel, clock.nanoClock(), limits.framesPerSecond(), limits.textDistanceMs());
        plan.requests().forEach(request -> sender.text(request.text()));
        watchTask = channel.eventLoop()
            .scheduleAtFixedRate(this::onWatch, WATCH_PERIOD_MS, WATCH_PERIOD_MS, TimeUnit.MILLISECONDS);
        long nowNs = clock.nowNs();
        watch = new SessionWatch(timeouts, venue.keepAlive().everyMs(), nowNs);
        ticks.forgiveSilence(nowNs);
    }

    private void onWatch() {
        long nowNs = clock.nowNs();
        clock.resync();
        if (ticks.isPaused()) {
            // we stopped reading, so silence is not the venue's
            ticks.forgiveSilence(nowNs);
            return;
        }
        switch (watch.check(nowNs, ticks.heardNs(), ticks.quotedNs())) {
            case DEAD -> fail(GOING_AWAY, watch.reason());
            case RENEWAL_DUE -> owner.onRenewalDue(this, watch.reason());
            case STALE -> {
                ticks.announceQuotes();
                owner.onStale(this, watch.reason());
            }
            case PING_DUE -> sender.ping(venue.keepAlive().text());
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

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static long retryAfterMs(Throwable failure) {
        return failure instanceof WebSocketClientHandshakeException rejected && rejected.response() != null
            ? RetryAfter.ms(rejected.response().headers().get("Retry-After"))
            : 0;
    }
}
