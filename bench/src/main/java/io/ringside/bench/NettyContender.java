package io.ringside.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.bench.frame.JacksonQuotes;
import io.ringside.bench.frame.SampleFrames;
import io.ringside.bench.measure.Arrivals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * A careful client on Netty: the standard WebSocket pipeline with its defaults, Jackson's streaming parser, the handler
 * on the event loop.
 *
 * <p><em>Threading:</em> as {@link Contender}.
 */
final class NettyContender implements Contender {

    private static final int MAX_HANDSHAKE_BYTES = 64 * 1024;
    private static final long CLOSE_TIMEOUT_MS = 1_000;

    private EventLoopGroup loop;

    @Override
    public String name() {
        return "netty + jackson";
    }

    @Override
    public void start(int port, Arrivals arrivals) {
        boolean epoll = Epoll.isAvailable();
        loop = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("netty-io", true),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(URI.create("ws://127.0.0.1:" + port + "/stream"))
            .build();
        new Bootstrap()
            .group(loop)
            .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
            .handler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel channel) {
                    fill(channel, config, arrivals);
                }
            })
            .connect(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        if (loop != null) {
            loop.shutdownGracefully(0, CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(CLOSE_TIMEOUT_MS);
        }
    }

    private static void fill(Channel channel, WebSocketClientProtocolConfig config, Arrivals arrivals) {
        channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(MAX_HANDSHAKE_BYTES),
            new WebSocketClientProtocolHandler(config), new QuoteHandler(arrivals));
    }

    /** Copies the text out of the frame, where Jackson reads it fastest. */
    private static final class QuoteHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> {

        private static final int LONGEST_TEXT_BYTES = 1024;

        private final Arrivals arrivals;
        private final JacksonQuotes quotes = new JacksonQuotes(SampleFrames.symbols());
        private final byte[] text = new byte[LONGEST_TEXT_BYTES];

        QuoteHandler(Arrivals arrivals) {
            this.arrivals = arrivals;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) throws IOException {
            int length = frame.content().readableBytes();
            frame.content().readBytes(text, 0, length);
            arrivals.onTick(quotes.read(text, 0, length).updateId());
        }
    }
}
