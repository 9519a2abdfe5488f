package io.ringside.binance.feed;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.ringside.bench.frame.SampleFrames;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Counters;
import java.net.URI;

/** The feed's real session without a socket: bytes in, events out to the publisher. Threading: one thread. */
final class SessionPath {

    private final Symbols symbols = SampleFrames.symbols();
    private final TickPublisher ticks;
    private final EmbeddedChannel channel;

    SessionPath(Publisher ring) {
        FeedConfig config = FeedConfig.of("ws://127.0.0.1", OverloadPolicy.BACKPRESSURE);
        FeedClock clock = FeedEnvironment.systemClock();
        FeedCounters counters = FeedCounters.in(new Counters());
        EmbeddedChannel unconnected = new EmbeddedChannel();
        ticks = new TickPublisher(ring, symbols, 1, config.policy(), counters, clock, unconnected.eventLoop());
        FeedParts parts = new FeedParts(config, clock, counters, new MarketDataDecoder(symbols), new Quote(), ticks,
            new Oddities(clock.nanoClock()));
        StreamPlan plan = StreamPlan.of(symbols, URI.create("ws://127.0.0.1")).get(0);
        FeedSession session = new FeedSession(new NoOwner(), plan, parts);
        unconnected.pipeline().addLast(session.frames(), session);
        channel = unconnected;
    }

    /** Takes the buffer over. */
    void read(ByteBuf received) {
        channel.pipeline().fireChannelRead(received).fireChannelReadComplete();
    }

    /** Makes the same messages count as new. */
    void forgetUpdateIds() {
        for (int id = 0; id < symbols.size(); id++) {
            ticks.forgetUpdateId(id);
        }
    }

    /** Required by the session; never called here. */
    private static final class NoOwner implements SessionOwner {

        @Override
        public void onQuote(FeedSession session) {
            // The first quote; the state is not measured.
        }

        @Override
        public void onStale(FeedSession session, String reason) {
            throw new IllegalStateException("stale: " + reason);
        }

        @Override
        public void onRenewalDue(FeedSession session, String reason) {
            throw new IllegalStateException("renewal: " + reason);
        }

        @Override
        public void onEnded(FeedSession session, String reason, long minDelayMs) {
            throw new IllegalStateException("ended: " + reason);
        }
    }
}
