package io.ringside.binance.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.ringside.bench.frame.JacksonQuotes;
import io.ringside.bench.frame.SampleFrames;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import io.ringside.feed.venue.VenueDecoder;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decodes one bookTicker message to symbol id, update id and four exact decimals, cycling through 256 messages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class DecodeBenchmark {

    private final Symbols symbols = SampleFrames.symbols();
    private final VenueDecoder decoder = new BinanceVenue().newDecoder(symbols);
    private final BookTickerDecoder fastPath = new BookTickerDecoder(symbols);
    private final Quote quote = new Quote();
    private final JacksonQuotes streaming = new JacksonQuotes(symbols);
    private final ObjectReader databind = new ObjectMapper().readerFor(BookTickerMessage.class);
    private byte[][] messages;
    private int next;

    /** Prepares the messages and checks that all three decoders read the same values. */
    @Setup
    public void checkThatAllAgree() throws IOException {
        List<byte[]> payloads = SampleFrames.payloads();
        messages = new byte[payloads.size()][];
        for (int i = 0; i < messages.length; i++) {
            byte[] payload = payloads.get(i);
            messages[i] = Arrays.copyOf(payload, payload.length + BookTickerDecoder.SLACK_BYTES);
        }
        for (int i = 0; i < messages.length; i++) {
            PipelineEvent event = new PipelineEvent();
            next = i;
            ringside().writeTo(event.tick(), 0, 0);
            next = i;
            checkStreaming(event.tick(), jacksonStreaming());
            next = i;
            checkDatabind(event.tick(), jacksonDatabind());
            next = i;
            fastPathAlone();
        }
    }

    /** As the feed decodes: the fast path, then the general decoder if necessary. */
    @Benchmark
    public Quote ringside() {
        byte[] message = message();
        if (decoder.decode(message, 0, lengthOf(message), quote) != MessageKind.QUOTE) {
            throw new IllegalStateException("message " + next + " is not a quote");
        }
        return quote;
    }

    @Benchmark
    public Quote fastPathAlone() {
        byte[] message = message();
        if (!fastPath.decodeFast(message, 0, lengthOf(message), quote)) {
            throw new IllegalStateException("the fast path does not read message " + next);
        }
        return quote;
    }

    @Benchmark
    public JacksonQuotes jacksonStreaming() throws IOException {
        byte[] message = message();
        return streaming.read(message, 0, lengthOf(message));
    }

    @Benchmark
    public BookTickerMessage jacksonDatabind() throws IOException {
        byte[] message = message();
        BookTickerMessage read = databind.readValue(message, 0, lengthOf(message));
        read.symbolId(streaming.idOf(read.symbol()));
        return read;
    }

    private byte[] message() {
        return messages[next++ & SampleFrames.COUNT - 1];
    }

    private static int lengthOf(byte[] message) {
        return message.length - BookTickerDecoder.SLACK_BYTES;
    }

    private void checkStreaming(Tick tick, JacksonQuotes read) {
        check(tick.symbolId() == read.symbolId() && tick.updateId() == read.updateId()
            && tick.bidPrice() == read.bidPrice() && tick.bidQty() == read.bidQty()
            && tick.askPrice() == read.askPrice() && tick.askQty() == read.askQty());
    }

    private void checkDatabind(Tick tick, BookTickerMessage read) {
        check(tick.symbolId() == read.symbolId() && tick.updateId() == read.updateId()
            && tick.bidPrice() == BookTickerMessage.mantissa(read.bidPrice())
            && tick.bidQty() == BookTickerMessage.mantissa(read.bidQty())
            && tick.askPrice() == BookTickerMessage.mantissa(read.askPrice())
            && tick.askQty() == BookTickerMessage.mantissa(read.askQty()));
    }

    private void check(boolean equal) {
        if (!equal) {
            throw new IllegalStateException("the decoders disagree about message " + next);
        }
    }
}
