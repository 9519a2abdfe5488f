package io.ringside.feed.tick;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.ringside.feed.frame.FrameReader;
import io.ringside.feed.frame.ProtocolViolation;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import io.ringside.feed.venue.VenueDecoder;
import java.util.Arrays;

/**
 * The tick path of one session, and the last handler that received bytes reach: Netty's handshaker puts it where its
 * own frame decoder would go. Reads the clock once per read, unwraps and decodes each frame in place, and hands quotes
 * to the publisher; everything else goes to the session.
 *
 * <p>While the publisher wants no more it reads no further: {@link #isPaused} until {@link #resume}.
 *
 * <p><em>Threading:</em> the channel's event loop. Allocates nothing for a quote.
 */
public final class TickReader extends ChannelInboundHandlerAdapter implements WebSocketFrameDecoder {

    /** Gets everything but quotes. The bytes are valid until the call returns. */
    public interface Listener {

        /**
         * A quote has arrived and is published when this returns. Called for each quote until it returns true, and
         * again after {@link TickReader#announceQuotes}.
         */
        boolean onQuote();

        void onMessage(MessageKind kind, byte[] bytes, int offset, int length);

        void onBinary();

        void onPing(byte[] payload);

        /** Called once, as the last: frames after a close frame are not read. 1005 stands for no code. */
        void onClose(int code, String reason);

        void onViolation(ProtocolViolation violation);

        /** Reading has paused: the channel should read no more. */
        void onPause();
    }

    private final FrameReader frames;
    private final VenueDecoder decoder;
    private final TickPublisher publisher;
    private final FeedClock clock;
    private final Quote quote = new Quote();
    private Listener listener;
    private long receivedNs;
    private long heardNs;
    private long quotedNs;
    private boolean announcing = true;
    private boolean paused;
    private boolean stopped;

    public TickReader(int maxMessageBytes, VenueDecoder decoder, TickPublisher publisher, FeedClock clock) {
        this.frames = new FrameReader(maxMessageBytes, decoder.slackBytes());
        this.decoder = decoder;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** To be called once, before the first byte. */
    public void listener(Listener session) {
        listener = session;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf received = (ByteBuf) message;
        try {
            if (stopped) {
                return;
            }
            frames.append(received);
        } finally {
            received.release();
        }
        receivedNs = clock.nowNs();
        heardNs = receivedNs;
        readFrames();
    }

    /** Continues after a pause, whose length counts as latency. True when everything that waited has been read. */
    public boolean resume() {
        if (!paused || stopped) {
            return false;
        }
        paused = false;
        heardNs = clock.nowNs();
        readFrames();
        return !paused;
    }

    /** Ends reading for good; bytes not yet read are dropped. */
    public void stop() {
        stopped = true;
    }

    public boolean isPaused() {
        return paused;
    }

    /** Calls the listener for quotes again. */
    public void announceQuotes() {
        announcing = true;
    }

    /** Why the last request was {@link MessageKind#REJECTED}. */
    public String rejection() {
        return decoder.rejection();
    }

    /** When bytes of any kind came last. */
    public long heardNs() {
        return heardNs;
    }

    /** When the last quote came. */
    public long quotedNs() {
        return quotedNs;
    }

    /** Restarts the measurement of silence. */
    public void forgiveSilence(long nowNs) {
        heardNs = nowNs;
        quotedNs = nowNs;
    }

    private void readFrames() {
        try {
            while (wantsMore() && readFrame()) {
                // each turn takes one frame
            }
        } catch (ProtocolViolation violation) {
            listener.onViolation(violation);
        }
        publisher.onReadEnd();
    }

    private boolean wantsMore() {
        if (stopped || publisher.wantsMore()) {
            return !stopped;
        }
        paused = true;
        listener.onPause();
        return false;
    }

    private boolean readFrame() throws ProtocolViolation {
        FrameReader.Frame frame = frames.next();
        if (frame == FrameReader.Frame.TEXT) {
            onText(frames.bytes(), frames.offset(), frames.length());
            return true;
        }
        return frame != FrameReader.Frame.NONE && onOther(frame);
    }

    private void onText(byte[] bytes, int offset, int length) {
        MessageKind kind = decoder.decode(bytes, offset, length, quote);
        if (kind == MessageKind.QUOTE) {
            quotedNs = receivedNs;
            if (announcing && listener.onQuote()) {
                announcing = false;
            }
            publisher.onQuote(quote, receivedNs);
        } else {
            onNoQuote(kind, bytes, offset, length);
        }
    }

    private void onNoQuote(MessageKind kind, byte[] bytes, int offset, int length) {
        if (kind == MessageKind.BAD_QUOTE) {
            publisher.onBadQuote();
        }
        listener.onMessage(kind, bytes, offset, length);
    }

    private boolean onOther(FrameReader.Frame frame) {
        switch (frame) {
            case PING -> listener.onPing(
                Arrays.copyOfRange(frames.bytes(), frames.offset(), frames.offset() + frames.length()));
            case CLOSE -> listener.onClose(frames.closeCode(), frames.closeReason());
            case BINARY -> listener.onBinary();
            default -> { /* a pong: any bytes prove that the peer is alive */ }
        }
        return true;
    }
}
