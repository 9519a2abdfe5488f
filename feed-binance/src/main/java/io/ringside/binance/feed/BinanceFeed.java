package io.ringside.binance.feed;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Backoff;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams best bid and ask of the given symbols into a ring, for ever: connects, decodes, publishes TICK events,
 * reports its health as FEED_STATE events, and reconnects by itself. One connection carries up to 1,024 symbols.
 *
 * <p>A full ring never holds it up, see {@link OverloadPolicy}. Malformed, crossed and zero-sided quotes are dropped
 * and counted. All work is done by one event-loop thread, {@code feed-io}, but for name look-ups.
 *
 * <p><em>Threading:</em> {@link #start()} and {@link #close()} from the owner's thread.
 */
public final class BinanceFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BinanceFeed.class);
    private static final long FIRST_BACKOFF_MS = 1_000;
    private static final long LAST_BACKOFF_MS = 60_000;
    private static final long CLOSE_TIMEOUT_MS = 1_000;

    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Connector connector;
    private final List<FeedConnection> connections = new ArrayList<>();
    private final Transport transport;
    private final SslContext tls;
    private final int[] connectionOf;
    private boolean started;
    private boolean closed;

    /**
     * Neither connects nor starts a thread.
     *
     * @throws IllegalStateException when the configuration asks for wss and this machine has no trust store
     */
    public BinanceFeed(FeedConfig config, Symbols symbols, Publisher ring, Counters counters) {
        this(config, symbols, ring, counters, new FeedEnvironment(
            config.secure() ? TlsClient.newContext() : null, FeedEnvironment.systemClock(),
            RandomGenerator.getDefault()));
    }

    BinanceFeed(FeedConfig config, Symbols symbols, Publisher ring, Counters counters, FeedEnvironment environment) {
        this.transport = Transport.best();
        this.tls = environment.tls();
        this.group = new MultiThreadIoEventLoopGroup(1, BinanceFeed::newThread,
            transport.ioHandlers(config.busyWait()));
        this.loop = group.next();
        this.connector = new Connector(config, transport, group, tls);
        List<StreamPlan> plans = StreamPlan.of(symbols, config.url());
        this.connectionOf = new int[symbols.size()];
        for (int connection = 0; connection < plans.size(); connection++) {
            for (int symbolId : plans.get(connection).symbolIds()) {
                connectionOf[symbolId] = connection;
            }
        }
        FeedCounters feedCounters = FeedCounters.in(counters);
        FeedClock clock = environment.clock();
        TickPublisher publisher =
            new TickPublisher(ring, symbols, plans.size(), config.policy(), feedCounters, clock, loop);
        publisher.onRoom(() -> connections.forEach(FeedConnection::resume));
        FeedParts parts = new FeedParts(config, clock, feedCounters, new MarketDataDecoder(symbols), new Quote(),
            publisher, new Oddities(clock.nanoClock()));
        ConnectBudget budget = new ConnectBudget();
        for (StreamPlan plan : plans) {
            connections.add(new FeedConnection(connections.size(), plan, parts, connector, budget,
                new Backoff(FIRST_BACKOFF_MS, LAST_BACKOFF_MS, environment.random()), loop));
        }
    }

    /** How it talks to the operating system, for people. */
    public Transport transport() {
        return transport;
    }

    /** Runs tasks on the feed's thread, until the feed is closed: for a ring whose consumer shares that thread. */
    public Executor thread() {
        return loop;
    }

    public int connections() {
        return connections.size();
    }

    /** Number of the connection that brings the quotes of each symbol id; a new array. */
    public int[] connectionOf() {
        return connectionOf.clone();
    }

    /** Connects in the background; returns at once. */
    public void start() {
        started = true;
        loop.execute(() -> connections.forEach(FeedConnection::connect));
    }

    /** Ends all connections with a close frame, within about a second. Idempotent. */
    @Override
    public void close() {
        if (started) {
            started = false;
            awaitClosed();
        }
        connector.close();
        group.shutdownGracefully(0, CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)
            .awaitUninterruptibly(CLOSE_TIMEOUT_MS + CLOSE_TIMEOUT_MS / 2);
        if (!closed) {
            closed = true;
            ReferenceCountUtil.release(tls);
        }
    }

    /** Netty recycles a buffer's objects only on a thread of its own kind; elsewhere each read allocates them. */
    private static Thread newThread(Runnable task) {
        Thread thread = new FastThreadLocalThread(task, ThreadNames.FEED_IO);
        thread.setDaemon(true);
        return thread;
    }

    private void awaitClosed() {
        boolean done = loop.submit(() -> connections.forEach(FeedConnection::close))
            .awaitUninterruptibly(CLOSE_TIMEOUT_MS);
        if (!done) {
            LOG.warn("the feed's thread did not answer for {} ms; its connections are cut", CLOSE_TIMEOUT_MS);
        }
    }
}
