package io.ringside.binance.feed;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;

/**
 * The last handler that received bytes reach: Netty's handshaker puts it where its own frame decoder would go. Reads
 * the clock once per read, and lets the session see every complete frame in place.
 *
 * <p><em>Threading:</em> the channel's event loop.
 */
final class FrameHandler extends ChannelInboundHandlerAdapter implements WebSocketFrameDecoder {

    private final FeedSession session;
    private final FrameReader reader;

    FrameHandler(FeedSession session, int maxMessageBytes) {
        this.session = session;
        this.reader = new FrameReader(maxMessageBytes);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf received = (ByteBuf) message;
        try {
            if (session.isEnded()) {
                return;
            }
            reader.append(received);
        } finally {
            received.release();
        }
        session.onBytes();
        readFrames();
    }

    /** Goes on with what a pause has left. */
    void readFrames() {
        try {
            reader.read(session);
        } catch (ProtocolViolation violation) {
            session.onViolation(violation);
        }
        session.onReadEnd();
    }
}
