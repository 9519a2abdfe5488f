package io.ringside.binance.feed;

import static io.ringside.binance.feed.BookTickers.raw;
import static io.ringside.binance.feed.BookTickers.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecoderTest {

    private static final DecodedQuote QUOTE = DecodedQuote.of(0, 7, "1.10", "2", "1.20", "4");

    private final JsonDecoder decoder = new JsonDecoder(Symbols.of("BTCUSDT", "币安人生USDT"));
    private final Quote quote = new Quote();

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"1.10\",\"B\":\"2\",\"a\":\"1.20\",\"A\":\"4\"}",
        "{\"A\":\"4\",\"a\":\"1.20\",\"B\":\"2\",\"b\":\"1.10\",\"s\":\"BTCUSDT\",\"u\":7}",
        " { \"u\" : 7 ,\n\"s\":\"BTCUSDT\",\t\"b\":\"1.10\",\"B\":\"2\",\"a\":\"1.20\",\"A\":\"4\"} \r\n",
        "{\"u\":7,\"s\":\"\\u0042TCUSDT\",\"b\":\"1.\\u00310\",\"B\":\"2\",\"\\u0061\":\"1.20\",\"A\":\"4\"}",
        "{\"T\":{\"u\":1,\"b\":[]},\"x\":null,"
            + "\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"1.10\",\"B\":\"2\",\"a\":\"1.20\",\"A\":\"4\"}",
        "{\"u\":9,\"s\":\"X\",\"b\":\"8\","
            + "\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"1.10\",\"B\":\"2\",\"a\":\"1.20\",\"A\":\"4\"}",
        "{\"data\":{\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"1.10\",\"B\":\"2\",\"a\":\"1.20\",\"A\":\"4\"},"
            + "\"stream\":\"btcusdt@bookTicker\"}",
        "{\"e\":\"bookTicker\","
            + "\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"1.10\",\"B\":\"2\",\"a\":\"1.20\",\"A\":\"4\",\"E\":1}"})
    void shouldReadAQuoteInAnyForm(String message) {
        assertThat(decode(message)).isEqualTo(MessageKind.QUOTE);
        assertThat(DecodedQuote.of(quote)).isEqualTo(QUOTE);
    }

    @Test
    void shouldBringSidesWithDifferentDecimalsToOneExponent() {
        MessageKind kind = decode(raw("BTCUSDT", 7, "1.1", "92233720368.0", "1.25", "3"));

        assertThat(kind).isEqualTo(MessageKind.QUOTE);
        assertThat(DecodedQuote.of(quote)).isEqualTo(
            DecodedQuote.of(0, 7, "1.10", "92233720368.0", "1.25", "3.0"));
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807,1", "92233720368.54775807,1", "0.000000000000000001,1",
        "92233720368.5477580700,1", "1000000000000000000.0,1.0"})
    void shouldReadNumbersBeyondTheFastPath(String price, String qty) {
        assertThat(decode(raw("BTCUSDT", 7, price, qty, price, qty))).isEqualTo(MessageKind.QUOTE);
        assertThat(DecodedQuote.of(quote).sameValues(DecodedQuote.of(0, 7, price, qty, price, qty))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".1", "1.2.3", "-1", "+1", "1e5", " 1", "1,0", "x", "١",
        "9223372036854775808", "0.0000000000000000001", "1.0000000000000000000000000000000000000000001"})
    void shouldRejectWhatIsNoDecimalOrDoesNotFit(String number) {
        assertThat(decode(raw("BTCUSDT", 7, number, "1", "2", "1"))).isEqualTo(MessageKind.BAD_QUOTE);
        assertThat(decode(raw("BTCUSDT", 7, "1", "1", "2", number))).isEqualTo(MessageKind.BAD_QUOTE);
    }

    @Test
    void shouldRejectSidesThatFitNoCommonExponent() {
        assertThat(decode(raw("BTCUSDT", 7, "9223372036854775807", "1", "0.1", "1"))).isEqualTo(MessageKind.BAD_QUOTE);
        assertThat(decode(raw("BTCUSDT", 7, "1", "0.000000000000000001", "2", "10"))).isEqualTo(MessageKind.BAD_QUOTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7.0", "7e0", "-7", "9223372036854775808", "null", "true", "{}", "[7]"})
    void shouldRejectAnUpdateIdThatIsNoWholeNumber(String updateId) {
        String message = raw("BTCUSDT", 77, "1", "1", "2", "1").replace(":77,", ":" + updateId + ",");

        assertThat(decode(message)).isEqualTo(MessageKind.BAD_QUOTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "b", "B", "a", "A"})
    void shouldRejectAQuoteWhoseKeyEndsAsSomethingElse(String key) {
        for (String last : new String[] {"{}", "[]", "null", "1", "{\"x\":[1]}"}) {
            String message = "{\"stream\":\"btcusdt@bookTicker\",\"data\":"
                + raw("BTCUSDT", 7, "1", "1", "2", "1").replace("}", ",\"" + key + "\":" + last + "}") + "}";

            assertThat(decode(message)).as(message).isEqualTo(MessageKind.BAD_QUOTE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"u\":7}"})
    void shouldRejectAQuoteWithoutItsKeys(String data) {
        assertThat(decode("{\"stream\":\"btcusdt@bookTicker\",\"data\":" + data + "}"))
            .isEqualTo(MessageKind.BAD_QUOTE);
    }

    @Test
    void shouldKnowASymbolThatIsNotOurs() {
        assertThat(decode(BookTickers.combined("ETHUSDT", 7, "1", "1", "2", "1")))
            .isEqualTo(MessageKind.UNKNOWN_SYMBOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"e\":\"serverShutdown\",\"E\":1770123456789}",
        "{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":1770123456789}}"})
    void shouldKnowAnAnnouncedShutdown(String message) {
        assertThat(decode(message)).isEqualTo(MessageKind.SERVER_SHUTDOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":null,\"id\":1}", "{\"id\":1,\"result\":null}", "{\"result\":[],\"id\":3}",
        "{\"result\":true,\"id\":2}", "{\"result\":{\"x\":1},\"id\":2}"})
    void shouldKnowAConfirmation(String message) {
        assertThat(decode(message)).isEqualTo(MessageKind.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":2,\"msg\":\"Invalid request: invalid stream\",\"id\":2}",
        "{\"code\":2,\"msg\":\"Invalid request: invalid stream\"}",
        "{\"error\":{\"code\":2,\"msg\":\"Invalid request: invalid stream\"},\"id\":2}"})
    void shouldKnowARejectionFlatAndNested(String message) {
        assertThat(decode(message)).isEqualTo(MessageKind.REJECTED);
        assertThat(decoder.rejection()).isEqualTo("code 2, Invalid request: invalid stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"lastUpdateId\":160,\"bids\":[[\"1\",\"2\"]],\"asks\":[[\"1\",\"2\"]]}",
        "{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[[\"1\",\"2\"]],\"a\":[]}",
        "{\"stream\":\"btcusdt@depth@100ms\","
            + "\"data\":{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"u\":2,\"b\":[],\"a\":[]}}",
        "{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"1\",\"q\":\"1\",\"T\":1,\"m\":true,\"M\":true}",
        "{\"e\":\"24hrTicker\",\"s\":\"BTCUSDT\",\"u\":1,\"b\":\"1\",\"B\":\"1\",\"a\":\"1\",\"A\":\"1\"}",
        "{}", "[]", "[{\"e\":\"24hrMiniTicker\"},{}]", "1", "\"text\"", "null", "true", "{\"data\":5}"})
    void shouldLeaveWellFormedOthersAside(String message) {
        assertThat(decode(message)).isEqualTo(MessageKind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "}", "{]", "[1,", "{\"u\":}", "{\"u\":01}", "{'u':1}", "hello", "{}{}",
        "{} x",
        "{\"u\":NaN}", "<html></html>", "{\"u\":1,}", "{\"data\":{}"})
    void shouldKnowWhatIsNoJson(String message) {
        assertThat(decode(message)).isEqualTo(MessageKind.MALFORMED);
    }

    @Test
    void shouldKnowInvalidUtf8AndBottomlessNestingAsNoJson() {
        byte[] invalid = utf8(raw("BTCUSDT", 7, "1", "1", "2", "1"));
        invalid[12] = (byte) 0xFF;

        assertThat(decoder.decode(invalid, 0, invalid.length, quote)).isEqualTo(MessageKind.MALFORMED);
        assertThat(decode("[".repeat(100_000))).isEqualTo(MessageKind.MALFORMED);
        assertThat(decode("{\"data\":".repeat(100_000))).isEqualTo(MessageKind.MALFORMED);
        assertThat(decode("{\"u\":" + "9".repeat(100_000) + "}")).isEqualTo(MessageKind.MALFORMED);
    }

    private MessageKind decode(String message) {
        byte[] bytes = utf8("}}" + message + "]]");
        return decoder.decode(bytes, 2, bytes.length - 4, quote);
    }
}
