package io.ringside.binance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringside.core.event.Symbols;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real messages, where recordings of them lie on this machine. */
class CapturedQuotesTest {

    private static final Pattern BOOK_TICKER = Pattern.compile("\\{\"stream\":\"[a-z]+@bookTicker\",\"data\":\\{"
        + "\"u\":(\\d+),\"s\":\"([A-Z]+)\",\"b\":\"([^\"]+)\",\"B\":\"([^\"]+)\","
        + "\"a\":\"([^\"]+)\",\"A\":\"([^\"]+)\"}}");

    private final Symbols symbols = Symbols.of("BTCUSDT", "ETHUSDT", "NKNUSDT", "BLZETH", "LRCBTC", "RUNEEUR");
    private final BookTickerDecoder fast = new BookTickerDecoder(symbols);
    private final JsonDecoder careful = new JsonDecoder(symbols);
    private final Quote quote = new Quote();

    @ParameterizedTest
    @CsvSource({"btcusdt_20240808.gz,28040", "btcusdt_20240809.gz,45134", "ethusdt_20240808.gz,24077"})
    void shouldReadEveryRecordedQuoteOnTheFastPath(String file, int quotes) throws IOException {
        Path path = captures().resolve("hftbacktest-spot").resolve(file);
        int taken = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                taken += check(line.substring(20)) ? 1 : 0;
            }
        }

        assertThat(taken).isEqualTo(quotes);
    }

    @Test
    void shouldReadEveryQuoteOfAMixedRecording() throws IOException {
        Path path = captures().resolve("cryptofeed-binance").resolve("BINANCE.ws.1.0");
        int taken = 0;
        for (String line : Files.readAllLines(path)) {
            taken += !line.contains(": {") || !check(line.substring(line.indexOf(": ") + 2)) ? 0 : 1;
        }

        assertThat(taken).isEqualTo(84);
    }

    /** Returns whether the fast path took the line; it must be one that the pattern reads, and mean the same. */
    private boolean check(String line) {
        byte[] message = line.getBytes(StandardCharsets.UTF_8);
        byte[] array = Arrays.copyOf(message, message.length + BookTickerDecoder.SLACK_BYTES);
        Matcher ticker = BOOK_TICKER.matcher(line);
        boolean isQuote = ticker.matches();
        boolean taken = fast.decodeFast(array, 0, message.length, quote);
        DecodedQuote fastQuote = taken ? DecodedQuote.of(quote) : null;
        MessageKind kind = careful.decode(array, 0, message.length, quote);
        if (taken != isQuote || (kind == MessageKind.QUOTE) != isQuote || !isQuote && kind != MessageKind.OTHER) {
            throw new AssertionError(kind + ", fast path " + taken + ": " + line);
        }
        if (isQuote) {
            DecodedQuote truth = DecodedQuote.of(symbols.id(ticker.group(2)), Long.parseLong(ticker.group(1)),
                ticker.group(3), ticker.group(4), ticker.group(5), ticker.group(6));
            assertThat(fastQuote).isEqualTo(truth);
            assertThat(DecodedQuote.of(quote)).isEqualTo(truth);
        }
        return taken;
    }

    private static Path captures() {
        Path directory = Path.of(System.getProperty("ringside.captures", ""));
        assumeTrue(Files.isDirectory(directory.resolve("hftbacktest-spot"))
            && Files.isDirectory(directory.resolve("cryptofeed-binance")),
            "no recordings: system property ringside.captures names no directory with them");
        return directory;
    }
}
