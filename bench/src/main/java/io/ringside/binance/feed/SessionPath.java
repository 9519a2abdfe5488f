package io.ringside.binance.feed;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.ringside.bench.frame.SampleFrames;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Counters;
import io.ringside.feed.FeedConfig;
import io.ringside.feed.frame.ProtocolViolation;
import io.ringside.feed.tick.FeedClock;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.feed.tick.TickPublisher;
import io.ringside.feed.tick.TickReader;
import io.ringside.feed.venue.MessageKind;

/** The feed's real tick path, fed by hand: bytes in, events out to the publisher. Threading: one thread. */
final class SessionPath {

    private final Symbols symbols = SampleFrames.symbols();
    private final TickPublisher ticks;
    private final EmbeddedChannel channel;

    SessionPath(Publisher ring) {
        FeedClock clock = FeedClock.ofSystem();
        EmbeddedChannel unconnected = new EmbeddedChannel();
        ticks = new TickPublisher(ring, symbols.size(), 1, OverloadPolicy.BACKPRESSURE, new Counters(), clock,
            unconnected.eventLoop());
        TickReader reader = new TickReader(FeedConfig.DEFAULT_MAX_MESSAGE_BYTES,
            new BinanceVenue().newDecoder(symbols), ticks, clock);
        reader.listener(new OnlyQuotes());
        unconnected.pipeline().addLast(reader);
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

    /** The samples have nothing else. */
    private static final class OnlyQuotes implements TickReader.Listener {

        @Override
        public boolean onQuote() {
            return true;
        }

        @Override
        public void onMessage(MessageKind kind, byte[] bytes, int offset, int length) {
            throw new IllegalStateException("not a quote: " + kind);
        }

        @Override
        public void onBinary() {
            throw new IllegalStateException("binary");
        }

        @Override
        public void onPing(byte[] payload) {
            throw new IllegalStateException("ping");
        }

        @Override
        public void onClose(int code, String reason) {
            throw new IllegalStateException("close " + code);
        }

        @Override
        public void onViolation(ProtocolViolation violation) {
            throw new IllegalStateException(violation);
        }

        @Override
        public void onPause() {
            // the benchmark reads on by itself
        }
    }
}
