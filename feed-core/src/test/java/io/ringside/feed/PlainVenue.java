package io.ringside.feed;

import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.KeepAlive;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import io.ringside.feed.venue.StreamPlan;
import io.ringside.feed.venue.Venue;
import io.ringside.feed.venue.VenueDecoder;
import io.ringside.feed.venue.VenueLimits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A venue that exists nowhere and speaks in plain words: {@code quote SYMBOL ID BID QTY ASK QTY}, {@code yes}, {@code
 * no}, {@code pong}, {@code bye}. It is asked for streams by one request, and answers once for each symbol.
 */
final class PlainVenue implements Venue {

    private final KeepAlive keepAlive;
    private final boolean asked;

    private PlainVenue(KeepAlive keepAlive, boolean asked) {
        this.keepAlive = keepAlive;
        this.asked = asked;
    }

    /** All streams by the URL. */
    static PlainVenue byUrl() {
        return new PlainVenue(KeepAlive.afterSilence(), false);
    }

    /** All streams by a request. */
    static PlainVenue byRequest(KeepAlive keepAlive) {
        return new PlainVenue(keepAlive, true);
    }

    /** A quote of BTCUSDT. */
    static String good(long updateId) {
        return "quote BTCUSDT " + updateId + " 10 1 11 2";
    }

    @Override
    public List<StreamPlan> plan(Symbols symbols, URI base) {
        List<StreamPlan.Request> requests = asked
            ? List.of(new StreamPlan.Request("give " + String.join(" ", symbols.names()), symbols.size()))
            : List.of();
        return List.of(new StreamPlan(IntStream.range(0, symbols.size()).boxed().toList(), base.resolve("/plain"),
            requests));
    }

    @Override
    public VenueLimits limits() {
        return new VenueLimits(100, 1_000, 10, 0);
    }

    @Override
    public KeepAlive keepAlive() {
        return keepAlive;
    }

    @Override
    public VenueDecoder newDecoder(Symbols symbols) {
        return new PlainDecoder(symbols);
    }

    /** Splits at blanks. */
    private record PlainDecoder(Symbols symbols) implements VenueDecoder {

        @Override
        public int slackBytes() {
            return 0;
        }

        @Override
        public MessageKind decode(byte[] bytes, int offset, int length, Quote quote) {
            String[] words = new String(bytes, offset, length, StandardCharsets.US_ASCII).split(" ");
            return switch (words[0]) {
                case "quote" -> toQuote(words, quote);
                case "yes" -> MessageKind.CONFIRMED;
                case "no" -> MessageKind.REJECTED;
                case "pong" -> MessageKind.PONG;
                case "bye" -> MessageKind.SERVER_SHUTDOWN;
                default -> MessageKind.MALFORMED;
            };
        }

        @Override
        public String rejection() {
            return "no";
        }

        private MessageKind toQuote(String[] words, Quote quote) {
            int symbolId = symbols.id(words[1]);
            if (symbolId == Symbols.UNKNOWN) {
                return MessageKind.UNKNOWN_SYMBOL;
            }
            quote.identify(symbolId, Long.parseLong(words[2]));
            quote.exact(0, 0, Long.parseLong(words[3]), Long.parseLong(words[4]), Long.parseLong(words[5]),
                Long.parseLong(words[6]));
            return MessageKind.QUOTE;
        }
    }
}
