package io.ringside.binance.feed;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.ringside.feed.FeedConfig;

/** Netty's own WebSocket client pipeline, without a socket. Threading: one thread. */
final class StandardPipeline {

    /** Takes the text of a frame; the bytes are valid until it returns. */
    interface TextSink {
        void onText(byte[] bytes, int length);
    }

    private final EmbeddedChannel channel;

    StandardPipeline(TextSink sink) {
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(FeedConfig.DEFAULT_MAX_MESSAGE_BYTES)
            .expectMaskedFrames(false)
            .allowExtensions(false)
            .build();
        channel = new EmbeddedChannel(new WebSocket13FrameDecoder(config), new Utf8FrameValidator(),
            new TextCopier(sink));
    }

    /** Takes the buffer over. */
    void read(ByteBuf received) {
        channel.pipeline().fireChannelRead(received).fireChannelReadComplete();
    }

    /** Copies the text to where every decoder can read it. */
    private static final class TextCopier extends ChannelInboundHandlerAdapter {

        private static final int LONGEST_TEXT_BYTES = 1024;

        private final TextSink sink;
        private final byte[] text = new byte[LONGEST_TEXT_BYTES];

        TextCopier(TextSink sink) {
            this.sink = sink;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            TextWebSocketFrame frame = (TextWebSocketFrame) message;
            int length = frame.content().readableBytes();
            frame.content().readBytes(text, 0, length);
            frame.release();
            sink.onText(text, length);
        }
    }
}
