package io.ringside.feed;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Backoff;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.feed.connect.ConnectBudget;
import io.ringside.feed.connect.Connector;
import io.ringside.feed.connect.TlsClient;
import io.ringside.feed.connect.Transport;
import io.ringside.feed.session.FeedSession;
import io.ringside.feed.session.RejectedFrames;
import io.ringside.feed.tick.FeedClock;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.feed.tick.TickPublisher;
import io.ringside.feed.tick.TickReader;
import io.ringside.feed.venue.StreamPlan;
import io.ringside.feed.venue.Venue;
import io.ringside.feed.venue.VenueDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams best bid and ask of the given symbols from a venue into a ring until it is closed: connects, decodes,
 * publishes TICK events, reports its health as FEED_STATE events, and reconnects by itself. The venue's limits decide
 * how many connections that takes.
 *
 * <p>A full ring never blocks it, see {@link OverloadPolicy}. Malformed, crossed and zero-sided quotes are dropped and
 * counted. All work is done by one event-loop thread, {@code feed-io}, except name resolution.
 *
 * <p><em>Threading:</em> {@link #start()} and {@link #close()} from the owner's thread.
 */
public final class MarketFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MarketFeed.class);
    private static final long FIRST_BACKOFF_MS = 1_000;
    private static final long LAST_BACKOFF_MS = 60_000;
    private static final long CLOSE_TIMEOUT_MS = 1_000;

    private final Venue venue;
    private final FeedConfig config;
    private final Transport transport;
    private final SslContext tls;
    private final EventLoopGroup group;
    private final EventLoop loop;
    private final FeedClock clock;
    private final Connector connector;
    private final VenueDecoder decoder;
    private final TickPublisher publisher;
    private final RejectedFrames rejected;
    private final List<FeedConnection> connections = new ArrayList<>();
    private final int[] connectionOf;
    private boolean started;
    private boolean closed;

    /**
     * Neither connects nor starts a thread.
     *
     * @throws IllegalStateException when the configuration asks for wss and this machine has no trust store
     */
    public MarketFeed(Venue venue, FeedConfig config, Symbols symbols, Publisher ring, Counters counters) {
        this(venue, config, symbols, ring, counters, config.secure() ? TlsClient.newContext() : null,
            RandomGenerator.getDefault());
    }

    /**
     * With a trust store of the caller's.
     *
     * @param tls    null for ws; the feed releases it when it closes
     * @param jitter of the delays between attempts to connect
     */
    public MarketFeed(Venue venue, FeedConfig config, Symbols symbols, Publisher ring, Counters counters,
                      SslContext tls, RandomGenerator jitter) {
        this.venue = venue;
        this.config = config;
        this.transport = Transport.best();
        this.tls = tls;
        this.group = new MultiThreadIoEventLoopGroup(1, MarketFeed::newThread,
            transport.ioHandlers(config.busyWait()));
        this.loop = group.next();
        this.clock = FeedClock.ofSystem();
        this.connector =
            new Connector(config.timeouts().connectMs(), config.maxMessageBytes(), transport, group, tls);
        this.decoder = venue.newDecoder(symbols);
        List<StreamPlan> plans = venue.plan(symbols, config.url());
        this.publisher = new TickPublisher(ring, symbols.size(), config.firstConnection() + plans.size(),
            config.policy(), counters, clock, loop);
        this.rejected = new RejectedFrames(counters, clock.nanoClock());
        this.connectionOf = new int[symbols.size()];
        connect(plans, jitter, counters);
        publisher.onRoom(() -> connections.forEach(FeedConnection::resume));
    }

    /** The I/O transport in use. */
    public Transport transport() {
        return transport;
    }

    /** Runs tasks on the feed's thread, until the feed is closed: for a ring whose consumer shares that thread. */
    public Executor thread() {
        return loop;
    }

    /** How many; their numbers start with the configuration's {@code firstConnection}. */
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

    private void connect(List<StreamPlan> plans, RandomGenerator jitter, Counters counters) {
        ConnectBudget budget = new ConnectBudget(venue.limits().connectAttempts(), venue.limits().connectWindowMs(),
            clock.nanoClock(), counters.counter("connections tried"));
        Counter losses = counters.counter("connections lost");
        for (StreamPlan plan : plans) {
            int number = config.firstConnection() + connections.size();
            plan.symbolIds().forEach(symbolId -> connectionOf[symbolId] = number);
            connections.add(new FeedConnection(number, plan, this::openSession, publisher, budget,
                new Backoff(FIRST_BACKOFF_MS, LAST_BACKOFF_MS, jitter), loop, losses));
        }
    }

    private FeedSession openSession(StreamPlan plan, FeedSession.Owner owner) {
        TickReader ticks = new TickReader(config.maxMessageBytes(), decoder, publisher, clock);
        FeedSession session = new FeedSession(owner, plan, config.timeouts(), venue, clock, ticks, rejected);
        connector.connect(session);
        return session;
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
