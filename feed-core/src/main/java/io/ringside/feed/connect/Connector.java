package io.ringside.feed.connect;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
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
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Connects a client: name, TCP, TLS with host-name check, WebSocket handshake. A failure on the way ends the client,
 * never within the call to {@link #connect}.
 *
 * <p><em>Threading:</em> the feed's thread.
 */
public final class Connector implements AutoCloseable {

    /** What is to be connected; put after the handshake's handlers. */
    public interface Client extends ChannelHandler {

        URI uri();

        /** Takes the received bytes once the handshake is done. */
        WebSocketFrameDecoder frames();

        /** True when no connection is wanted any more. */
        boolean isEnded();

        /** There is no connection. */
        void end(String reason, long minDelayMs);
    }

    private static final int MAX_HANDSHAKE_BYTES = 64 * 1024;

    private final long connectMs;
    private final int maxMessageBytes;
    private final SslContext tls;
    private final HostResolver resolver;
    private final Bootstrap bootstrap;

    /**
     * @param tls null for ws
     */
    public Connector(long connectMs, int maxMessageBytes, Transport transport, EventLoopGroup loop, SslContext tls) {
        this.connectMs = connectMs;
        this.maxMessageBytes = maxMessageBytes;
        this.tls = tls;
        this.resolver = new HostResolver(loop.next());
        this.bootstrap = new Bootstrap()
            .group(loop)
            .channel(transport.channelType())
            .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectMs));
    }

    public void connect(Client client) {
        String host = client.uri().getHost();
        resolver.resolve(host, port(client.uri()), (address, unknown) -> {
            if (unknown != null) {
                client.end("host " + host + " is not known", 0);
            } else if (!client.isEnded()) {
                connect(client, address);
            }
        });
    }

    /** The port of a ws or wss URL, also where it names none. */
    public static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "wss".equals(uri.getScheme()) ? 443 : 80;
    }

    @Override
    public void close() {
        resolver.close();
    }

    private void connect(Client client, InetSocketAddress address) {
        bootstrap.clone()
            .handler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel channel) {
                    fill(channel, client);
                }
            })
            .connect(address)
            .addListener(connected -> {
                if (!connected.isSuccess()) {
                    client.end("no connection to " + address + ": " + connected.cause().getMessage(), 0);
                }
            });
    }

    private void fill(Channel channel, Client client) {
        ChannelPipeline pipeline = channel.pipeline();
        if (tls != null) {
            SslHandler handler = tls.newHandler(channel.alloc(), client.uri().getHost(), port(client.uri()));
            handler.setHandshakeTimeout(connectMs, TimeUnit.MILLISECONDS);
            pipeline.addLast(handler);
        }
        WebSocketClientProtocolConfig handshake = WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(client.uri())
            .handleCloseFrames(false)
            .sendCloseFrame(null)
            .dropPongFrames(false)
            .withUTF8Validator(false)
            .handshakeTimeoutMillis(connectMs)
            .build();
        pipeline.addLast(
            new HttpClientCodec(),
            new HttpObjectAggregator(MAX_HANDSHAKE_BYTES),
            new WebSocketClientProtocolHandler(new FeedHandshaker(client, maxMessageBytes), handshake),
            client);
    }

    /** Netty's handshake, with our frame reader where its frame decoder would go. */
    private static final class FeedHandshaker extends WebSocketClientHandshaker13 {

        private final Client client;

        FeedHandshaker(Client client, int maxMessageBytes) {
            super(client.uri(), WebSocketVersion.V13, null, false, new DefaultHttpHeaders(),
                maxMessageBytes);
            this.client = client;
        }

        @Override
        protected WebSocketFrameDecoder newWebsocketDecoder() {
            return client.frames();
        }
    }
}
