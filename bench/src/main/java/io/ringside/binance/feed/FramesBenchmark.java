package io.ringside.binance.feed;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.ringside.bench.frame.SampleFrames;
import io.ringside.feed.FeedConfig;
import io.ringside.feed.frame.FrameReader;
import io.ringside.feed.frame.ProtocolViolation;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import io.ringside.feed.venue.VenueDecoder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Received bytes to decoded quotes, per frame: frames read in place against Netty's pipeline, with the same decoder.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-Dio.netty.leakDetection.level=disabled")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class FramesBenchmark {

    private static final int MANY = 100;

    private final VenueDecoder decoder = new BinanceVenue().newDecoder(SampleFrames.symbols());
    private final Quote quote = new Quote();
    private final SampleReads single = new SampleReads(1);
    private final SampleReads many = new SampleReads(MANY);
    private final FrameReader reader = new FrameReader(FeedConfig.DEFAULT_MAX_MESSAGE_BYTES, decoder.slackBytes());
    private final EmbeddedChannel inPlace = new EmbeddedChannel(new InPlace());
    private final StandardPipeline standard = new StandardPipeline((bytes, length) -> decode(bytes, 0, length));
    private long decoded;

    @Benchmark
    public long ringside1() {
        inPlace.pipeline().fireChannelRead(single.next()).fireChannelReadComplete();
        return decoded;
    }

    @Benchmark
    public long netty1() {
        standard.read(single.next());
        return decoded;
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public long ringside100() {
        inPlace.pipeline().fireChannelRead(many.next()).fireChannelReadComplete();
        return decoded;
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public long netty100() {
        standard.read(many.next());
        return decoded;
    }

    /** A pipeline that drops frames would look fast. */
    @TearDown
    public void checkThatAllWasDecoded() {
        long before = decoded;
        netty100();
        ringside100();
        netty1();
        ringside1();
        if (decoded - before != 2 * MANY + 2) {
            throw new IllegalStateException((decoded - before) + " frames decoded of " + (2 * MANY + 2));
        }
    }

    private void decode(byte[] bytes, int offset, int length) {
        if (decoder.decode(bytes, offset, length, quote) == MessageKind.QUOTE) {
            decoded++;
        }
    }

    /** Where the feed has its tick reader. */
    private final class InPlace extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws ProtocolViolation {
            ByteBuf received = (ByteBuf) message;
            reader.append(received);
            received.release();
            while (reader.next() == FrameReader.Frame.TEXT) {
                decode(reader.bytes(), reader.offset(), reader.length());
            }
        }
    }
}
