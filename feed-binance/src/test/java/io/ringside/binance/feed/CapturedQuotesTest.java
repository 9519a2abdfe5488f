package io.ringside.binance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import io.ringside.testing.Captures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole captures, judged by a pattern and BigDecimal: our own set, and real recordings where there are some. */
class CapturedQuotesTest {

    private static final Pattern BOOK_TICKER = Pattern.compile("(?:\\{\"stream\":\"[a-z]+@bookTicker\",\"data\":)?\\{"
        + "\"u\":(\\d+),\"s\":\"([A-Z]+)\",\"b\":\"([^\"]+)\",\"B\":\"([^\"]+)\","
        + "\"a\":\"([^\"]+)\",\"A\":\"([^\"]+)\"}}?");
    private static final Pattern TIME = Pattern.compile("\\d+ |\\d+(\\.\\d+)?: ");

    private final Symbols symbols = Symbols.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "ADAUSDT", "ETHBTC",
        "BNBETH", "SHIBUSDT", "NKNUSDT", "BLZETH", "LRCBTC", "RUNEEUR");
    private final BookTickerDecoder decoder = new BookTickerDecoder(symbols);
    private final Quote quote = new Quote();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({Captures.BTCUSDT + ",700", Captures.ETHUSDT + ",713", Captures.IN_SECONDS + ",256"})
    void shouldReadEveryQuoteOfACombinedStreamOnTheFastPath(String name, int quotes) throws IOException {
        assertThat(read(Captures.copy(name, directory))).isEqualTo(new Taken(quotes, quotes));
    }

    @Test
    void shouldReadEveryRawQuote() throws IOException {
        assertThat(read(Captures.copy(Captures.RAW, directory))).isEqualTo(new Taken(300, 0));
    }

    @Test
    void shouldReadNumbersThatNoVenuePads() throws IOException {
        assertThat(read(Captures.copy(Captures.ODD_NUMBERS, directory))).isEqualTo(new Taken(400, 8));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("recordings")
    void shouldReadRealRecordings(Path recording, int quotes) throws IOException {
        assertThat(read(recording)).isEqualTo(new Taken(quotes, quotes));
    }

    private static Stream<Arguments> recordings() {
        return Stream.of(
            Captures.recorded("hftbacktest-spot/btcusdt_20240808.gz").map(file -> Arguments.of(file, 28_040)),
            Captures.recorded("hftbacktest-spot/btcusdt_20240809.gz").map(file -> Arguments.of(file, 45_134)),
            Captures.recorded("hftbacktest-spot/ethusdt_20240808.gz").map(file -> Arguments.of(file, 24_077)),
            Captures.recorded("cryptofeed-binance/BINANCE.ws.1.0").map(file -> Arguments.of(file, 84)))
            .flatMap(Optional::stream);
    }

    private Taken read(Path capture) throws IOException {
        Taken taken = new Taken(0, 0);
        for (String line : Captures.lines(capture)) {
            Matcher time = TIME.matcher(line);
            if (time.lookingAt()) {
                taken = taken.plus(check(line.substring(time.end())));
            }
        }
        return taken;
    }

    /** The fast path may leave a quote to the careful one; what either takes must mean what BigDecimal says. */
    private Taken check(String line) {
        byte[] message = line.getBytes(StandardCharsets.UTF_8);
        byte[] array = Arrays.copyOf(message, message.length + BookTickerDecoder.SLACK_BYTES);
        Matcher ticker = BOOK_TICKER.matcher(line);
        boolean fast = decoder.decodeFast(array, 0, message.length, quote);
        DecodedQuote fastQuote = fast ? DecodedQuote.of(quote) : null;
        MessageKind kind = decoder.decode(array, 0, message.length, quote);
        if (!ticker.matches()) {
            assertThat(kind).as(line).isEqualTo(MessageKind.OTHER);
            return new Taken(0, 0);
        }
        DecodedQuote truth = DecodedQuote.of(symbols.id(ticker.group(2)), Long.parseLong(ticker.group(1)),
            ticker.group(3), ticker.group(4), ticker.group(5), ticker.group(6));
        assertThat(kind).as(line).isEqualTo(MessageKind.QUOTE);
        assertThat(DecodedQuote.of(quote).sameValues(truth)).as(line).isTrue();
        assertThat(!fast || fastQuote.equals(truth)).as(line).isTrue();
        return new Taken(1, fast ? 1 : 0);
    }

    /** How many quotes a capture has, and how many of them the fast path took. */
    private record Taken(int quotes, int fast) {

        Taken plus(Taken other) {
            return new Taken(quotes + other.quotes, fast + other.fast);
        }
    }
}
