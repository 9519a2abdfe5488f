package io.ringside.sim;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.sim.client.Clients;
import io.ringside.sim.client.HandshakeHandler;
import io.ringside.sim.control.Faults;
import io.ringside.sim.control.Observations;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.QuoteSource;
import io.ringside.sim.rest.RestDesk;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local Binance spot market-data server: the real WebSocket protocol on 127.0.0.1, quotes from a {@link QuoteSource},
 * faults on demand, and a record of what clients did.
 *
 * <p>A client that is too slow misses quotes of a generated walk; a replay waits for it. Only streams that the source
 * produces carry data; any other well-formed name is accepted and stays silent, as on the real exchange.
 *
 * <p>On the same port it answers {@code GET /api/v3/ping}, {@code time} and {@code exchangeInfo}, the latter with rules
 * that its quotes obey. Faults of handshakes leave these alone; while stalled they are never answered.
 *
 * <p><em>Threading:</em> any thread but its own event loop, faults only between start and close. Everything happens on
 * one event loop; a fault has taken effect on the server's side when its method returns.
 */
public final class SimulatedExchange implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedExchange.class);
    private static final int MAX_URI_BYTES = 8_192;
    private static final int MAX_REQUEST_BYTES = 8_192;
    private static final long CLOSE_TIMEOUT_MS = 2_000;

    private final SimulatedExchangeConfig config;
    private final QuoteSource source;
    private final Faults faults = new Faults();
    private final Observations observations = new Observations();
    private EventLoopGroup group;
    private ChannelGroup channels;
    private Clients clients;
    private FaultDesk desk;
    private RestDesk rest;
    private Channel server;

    public SimulatedExchange(SimulatedExchangeConfig config, QuoteSource source) {
        this.config = config;
        this.source = source;
    }

    /**
     * Opens the source and listens; blocks until clients can connect.
     *
     * @throws IllegalStateException when started before, or when the port is taken
     */
    public synchronized void start() {
        if (group != null) {
            throw new IllegalStateException("the simulated exchange was started before; make a new one");
        }
        source.open();
        group = new MultiThreadIoEventLoopGroup(1, ThreadNames.factory(ThreadNames.SIM_IO), NioIoHandler.newFactory());
        channels = new DefaultChannelGroup(group.next(), true);
        clients = new Clients(group.next(), source, faults);
        rest = new RestDesk(source, faults, System::currentTimeMillis);
        desk = new FaultDesk(group.next(), clients, channels, faults);
        ChannelFuture bound = new ServerBootstrap().group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(new ChannelInitializer<Channel>() {
                @Override
                protected void initChannel(Channel channel) {
                    onConnection(channel);
                }
            })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()))
            .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            close();
            throw new IllegalStateException(
                "the simulated exchange cannot listen on 127.0.0.1:" + config.port(), bound.cause());
        }
        server = bound.channel();
        LOG.info("simulated exchange listens on {}", url());
    }

    /** The port listened on, known after {@link #start()}. */
    public int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** For example {@code ws://127.0.0.1:9443}; the client appends {@code /stream?streams=...} or {@code /ws/...}. */
    public String url() {
        return "ws://127.0.0.1:" + port();
    }

    /** Idempotent; closes all sockets and waits at most two seconds for the event loop to end. */
    @Override
    public synchronized void close() {
        if (group == null || group.isShuttingDown()) {
            return;
        }
        if (server != null) {
            server.close().awaitUninterruptibly(CLOSE_TIMEOUT_MS);
        }
        channels.close().awaitUninterruptibly(CLOSE_TIMEOUT_MS);
        group.shutdownGracefully(0, CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS).awaitUninterruptibly(CLOSE_TIMEOUT_MS);
        source.close();
    }

    /** Closes every TCP connection without a close frame. */
    public void dropConnections() {
        desk.dropConnections();
    }

    /** Resets every TCP connection (RST). */
    public void resetConnections() {
        desk.resetConnections();
    }

    /** Sends every client a close frame, waits a second for its answer, then closes the socket. */
    public void closeConnections(int code, String reason) {
        desk.closeConnections(code, reason);
    }

    /**
     * While on, the exchange itself sends nothing: no quotes, answers, pings or pongs. Sockets stay open and are read.
     * Control messages and pings that arrive meanwhile are never answered; a replay goes on where it stopped.
     */
    public void stall(boolean on) {
        desk.stall(on);
    }

    /** From now on handshakes are answered with this status, 300 to 599; 0 accepts them again. */
    public void rejectHandshakes(int httpStatus) {
        desk.rejectHandshakes(httpStatus);
    }

    /** While on, handshakes are read and never answered, not even after it is off again. */
    public void hangHandshakes(boolean on) {
        desk.hangHandshakes(on);
    }

    /** Sends every client this text, whatever it has subscribed to. */
    public void sendText(String text) {
        desk.sendText(text);
    }

    /** Writes raw bytes to every connection, bypassing the frame encoder: half frames, garbage. */
    public void sendRawBytes(byte[] bytes) {
        desk.sendRawBytes(bytes);
    }

    /**
     * Sends every client this text in fragments, with a ping between any two.
     *
     * @param cutPoints ascending offsets into the UTF-8 bytes; they may cut a character in two
     */
    public void sendFragmented(String text, int... cutPoints) {
        desk.sendFragmented(text, cutPoints);
    }

    /** Sends every client a ping that it may leave unanswered without being dropped. */
    public void sendPing(byte[] payload) {
        desk.sendPing(payload);
    }

    /** Sends every client {@code serverShutdown}, in the form of its connection. */
    public void announceShutdown() {
        desk.announceShutdown();
    }

    /** Clients connected now. */
    public int connections() {
        return observations.connections();
    }

    /** Handshakes that succeeded so far. */
    public long accepted() {
        return observations.accepted();
    }

    /** TCP connections so far, whatever the outcome of their handshakes. */
    public long attempts() {
        return observations.attempts();
    }

    /** Clients that have subscribed to the stream now. */
    public int subscribers(String stream) {
        return observations.subscribers(stream);
    }

    /** Texts from clients, oldest first; of these and the following the newest 4,096 are kept. */
    public List<String> received() {
        return observations.received();
    }

    public List<String> handshakeUris() {
        return observations.handshakeUris();
    }

    /** Payloads of pongs from clients. */
    public List<String> pongs() {
        return observations.pongs();
    }

    /** Close frames from clients, for example {@code 1000 bye}; code -1 when there was none in the frame. */
    public List<String> closes() {
        return observations.closes();
    }

    /**
     * Blocks until the condition on this exchange's observations holds, for example {@code accepted() == 2}.
     *
     * @return false when it did not hold within the timeout
     */
    public boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        return observations.await(condition, timeout);
    }

    private void onConnection(Channel channel) {
        channels.add(channel);
        observations.onAttempt();
        channel.pipeline()
            .addLast(new HttpServerCodec(new HttpDecoderConfig().setMaxInitialLineLength(MAX_URI_BYTES)))
            .addLast(new HttpObjectAggregator(MAX_REQUEST_BYTES))
            .addLast(new HandshakeHandler(config, rest, clients, faults, observations));
    }
}
