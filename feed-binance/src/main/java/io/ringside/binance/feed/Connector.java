package io.ringside.binance.feed;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Connects a session: name, TCP, TLS with host-name check, WebSocket handshake. A failure on the way ends the session.
 *
 * <p><em>Threading:</em> the feed's thread.
 */
final class Connector implements AutoCloseable {

    private static final int MAX_HANDSHAKE_BYTES = 64 * 1024;

    private final FeedConfig config;
    private final SslContext tls;
    private final HostResolver resolver;
    private final Bootstrap bootstrap;

    /**
     * @param tls null for ws
     */
    Connector(FeedConfig config, Transport transport, EventLoopGroup loop, SslContext tls) {
        this.config = config;
        this.tls = tls;
        this.resolver = new HostResolver(loop.next());
        this.bootstrap = new Bootstrap()
            .group(loop)
            .channel(transport.channelType())
            .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(config.timeouts().connectMs()));
    }

    void connect(FeedSession session) {
        resolver.resolve(config.url().getHost(), config.port(), (address, unknown) -> {
            if (unknown != null) {
                session.end("host " + config.url().getHost() + " is not known", 0);
            } else if (!session.isEnded()) {
                connect(session, address);
            }
        });
    }

    @Override
    public void close() {
        resolver.close();
    }

    private void connect(FeedSession session, InetSocketAddress address) {
        bootstrap.clone()
            .handler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel channel) {
                    fill(channel, session);
                }
            })
            .connect(address)
            .addListener(connected -> {
                if (!connected.isSuccess()) {
                    session.end("no connection to " + address + ": " + connected.cause().getMessage(), 0);
                }
            });
    }

    private void fill(Channel channel, FeedSession session) {
        ChannelPipeline pipeline = channel.pipeline();
        if (tls != null) {
            SslHandler handler = tls.newHandler(channel.alloc(), config.url().getHost(), config.port());
            handler.setHandshakeTimeout(config.timeouts().connectMs(), TimeUnit.MILLISECONDS);
            pipeline.addLast(handler);
        }
        WebSocketClientProtocolConfig handshake = WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(session.plan().uri())
            .handleCloseFrames(false)
            .sendCloseFrame(null)
            .dropPongFrames(false)
            .withUTF8Validator(false)
            .handshakeTimeoutMillis(config.timeouts().connectMs())
            .build();
        pipeline.addLast(
            new HttpClientCodec(),
            new HttpObjectAggregator(MAX_HANDSHAKE_BYTES),
            new WebSocketClientProtocolHandler(new FeedHandshaker(session, config), handshake),
            session);
    }

    /** Netty's handshake, with our frame reader where its frame decoder would go. */
    private static final class FeedHandshaker extends WebSocketClientHandshaker13 {

        private final FeedSession session;

        FeedHandshaker(FeedSession session, FeedConfig config) {
            super(session.plan().uri(), WebSocketVersion.V13, null, false, new DefaultHttpHeaders(),
                config.maxMessageBytes());
            this.session = session;
        }

        @Override
        protected WebSocketFrameDecoder newWebsocketDecoder() {
            return session.frames();
        }
    }
}
