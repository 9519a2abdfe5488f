package io.ringside.binance.feed;

import static io.ringside.binance.feed.BookTickers.combined;
import static io.ringside.binance.feed.BookTickers.good;
import static io.ringside.binance.feed.BookTickers.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.Quote;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookTickerDecoderTest {

    private final Symbols symbols = Symbols.of("BTCUSDT", "币安人生USDT", "1000SATSUSDT", "C98USDT", "A");
    private final BookTickerDecoder decoder = new BookTickerDecoder(symbols);
    private final Quote quote = new Quote();

    @Test
    void shouldReadExactValuesWithTheirExponents() {
        boolean taken = decode(combined("BTCUSDT", 400900217, "25.35190000", "31.21", "25.36520000", "40.66"));

        assertThat(taken).isTrue();
        assertThat(DecodedQuote.of(quote)).isEqualTo(
            DecodedQuote.of(0, 400900217, "25.35190000", "31.21", "25.36520000", "40.66"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "币安人生USDT", "1000SATSUSDT", "C98USDT", "A"})
    void shouldKnowAnySymbol(String symbol) {
        boolean taken = decode(combined(symbol, 7, "1", "2", "3", "4"));

        assertThat(taken).isTrue();
        assertThat(DecodedQuote.of(quote)).isEqualTo(DecodedQuote.of(symbols.id(symbol), 7, "1", "2", "3", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "00.10", "12345678", "123456789", "1234567890123456", "12345678901234567",
        "999999999999999999", "0.12345678901234567", "99999999.9999999999", "1.0", "0.00000001"})
    void shouldReadNumbersOfUpTo18Digits(String number) {
        assertThat(decode(combined("BTCUSDT", 7, number, number, number, number))).isTrue();
        assertThat(DecodedQuote.of(quote)).isEqualTo(DecodedQuote.of(0, 7, number, number, number, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".1", "1..2", "1.2.3", "-1", "+1", "1e5", " 1", "1 ", "1,0", "0x1",
        "1000000000000000000", "0.123456789012345678", "12345678901234567890", "1:0", "1/0", "١"})
    void shouldLeaveOtherNumbersToTheCarefulPath(String number) {
        assertThat(decode(combined("BTCUSDT", 7, number, "1", number, "1"))).isFalse();
        assertThat(decode(combined("BTCUSDT", 7, "1", number, "1", number))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "", "-1", "1.0", "1000000000000000000", "\"1\"", "null"})
    void shouldLeaveOtherUpdateIdsToTheCarefulPath(String updateId) {
        assertThat(decode(good(77).replace(":77,", ":" + updateId + ","))).isFalse();
    }

    @Test
    void shouldLeaveSidesWithDifferentDecimalsToTheCarefulPath() {
        assertThat(decode(combined("BTCUSDT", 7, "1.0", "1.0", "1.10", "1.0"))).isFalse();
        assertThat(decode(combined("BTCUSDT", 7, "1.0", "1.00", "1.1", "1.0"))).isFalse();
    }

    @Test
    void shouldTakeNoStreamWithThePayloadOfAnother() {
        assertThat(decode(good(7).replace("\"BTCUSDT\"", "\"C98USDT\""))).isFalse();
    }

    @Test
    void shouldTellLongNamesApartThatBeginAlike() {
        List<String> names = IntStream.range(0, 50)
            .mapToObj(i -> "LONGNAMELONGNAME".repeat(3) + "A".repeat(13) + (100 + i)).toList();
        BookTickerDecoder longNames = new BookTickerDecoder(Symbols.of(names));

        for (int id = 0; id < names.size(); id++) {
            byte[] message = utf8(combined(names.get(id), 7, "1", "2", "3", "4"));
            byte[] array = Arrays.copyOf(message, message.length + BookTickerDecoder.SLACK_BYTES);

            assertThat(longNames.decodeFast(array, 0, message.length, quote)).as(names.get(id)).isTrue();
            assertThat(DecodedQuote.of(quote).symbolId()).isEqualTo(id);
        }
    }

    @Test
    void shouldTellAThousandSymbolsApart() {
        List<String> names = IntStream.range(0, 1_000).mapToObj(i -> i * 7 + "COINUSDT").toList();
        BookTickerDecoder many = new BookTickerDecoder(Symbols.of(names));

        for (int id = 0; id < names.size(); id++) {
            byte[] message = utf8(combined(names.get(id), id, "1", "2", "3", "4"));
            byte[] array = Arrays.copyOf(message, message.length + BookTickerDecoder.SLACK_BYTES);

            assertThat(many.decodeFast(array, 0, message.length, quote)).as(names.get(id)).isTrue();
            assertThat(DecodedQuote.of(quote).symbolId()).isEqualTo(id);
        }
    }

    @Test
    void shouldNeitherTakeNorThrowOnAMessageCutBeforeStaleDigits() {
        byte[] message = utf8(good(50093239212L));
        for (int length = 0; length < message.length; length++) {
            for (int slack = BookTickerDecoder.SLACK_BYTES; slack < 40; slack++) {
                byte[] array = new byte[length + slack];
                Arrays.fill(array, (byte) '7');
                System.arraycopy(message, 0, array, 0, length);

                assertThat(decoder.decodeFast(array, 0, length, quote)).as("cut at %d", length).isFalse();
            }
        }
    }

    @Test
    void shouldNotTakeACutMessageThatGoesOnBehindItsEnd() {
        byte[] message = utf8(good(50093239212L));
        byte[] array = Arrays.copyOf(message, message.length + BookTickerDecoder.SLACK_BYTES);

        for (int length = 0; length < message.length; length++) {
            assertThat(decoder.decodeFast(array, 0, length, quote)).as("cut at %d", length).isFalse();
        }
        assertThat(decoder.decodeFast(array, 0, message.length, quote)).isTrue();
    }

    @Test
    void shouldAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] message = utf8(good(50093239212L));
        byte[] array = Arrays.copyOf(message, message.length + BookTickerDecoder.SLACK_BYTES);
        int taken = decodeOften(array, message.length, 100_000);

        long before = threads.getCurrentThreadAllocatedBytes();
        taken += decodeOften(array, message.length, 100_000);
        long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(taken).isEqualTo(200_000);
        assertThat(allocatedBytes).isLessThan(10_000);
    }

    private int decodeOften(byte[] array, int length, int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += decoder.decodeFast(array, 0, length, quote) ? 1 : 0;
        }
        return taken;
    }

    private boolean decode(String message) {
        return BookTickers.among(utf8("0123456789"), utf8(message), new Random(1)).decodeBy(decoder, quote);
    }
}
