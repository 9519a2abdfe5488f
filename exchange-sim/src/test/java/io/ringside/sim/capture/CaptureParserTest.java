package io.ringside.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.sim.quote.QuoteMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureParserTest {

    private static final String DATA = "{\"u\":7,\"s\":\"BTCUSDT\",\"x\":[{\"y\":1}]}";
    private static final String QUOTE = "{\"stream\":\"btcusdt@bookTicker\",\"data\":" + DATA + "}";

    private final CaptureParser parser = new CaptureParser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "1723161254087891268 |1723161254087891268",
        "1633998512.0633569: |1633998512063356900",
        "1633998512.06: |1633998512060000000",
        "1633998512: |1633998512000000000",
        "1633998512.1234567899: |1633998512123456789"})
    void shouldReadTheTimeOfALine(String time, long receivedNs) {
        assertThat(parse(time + QUOTE)).isEqualTo(CaptureParser.Verdict.QUOTE);

        assertThat(parser.quote().receivedNs()).isEqualTo(receivedNs);
        assertThat(parser.quote().message().text()).isEqualTo(QUOTE);
        assertThat(parser.quote().message().stream()).isEqualTo("btcusdt@bookTicker");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"stream\":\"币安usdt@bookTicker\",\"data\":" + DATA + "}",
        "{ \"stream\" : \"btcusdt@bookTicker\" , \"data\" : " + DATA + " }  \r",
        "{\"data\":" + DATA + ",\"other\":[1,{}],\"stream\":\"btcusdt@bookTicker\"}"})
    void shouldFindThePayloadWhateverIsAroundIt(String json) {
        assertThat(parse("1 " + json)).isEqualTo(CaptureParser.Verdict.QUOTE);

        QuoteMessage message = parser.quote().message();
        assertThat(message.text()).isEqualTo(json.strip());
        assertThat(new String(message.json(), message.dataOffset(), message.dataLength(), StandardCharsets.UTF_8))
            .isEqualTo(DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "  \r", "wss://stream.binance.com:9443/stream?streams=a@b <-> 1633998511.159679",
        "1 {\"lastUpdateId\":160,\"bids\":[[\"1\",\"2\"]]}",
        "1 {\"stream\":\"btcusdt@trade\",\"data\":{}}",
        "1 {\"stream\":\"btcusdt@bookTicker\",\"data\":null}",
        "1 {\"stream\":\"btcusdt@bookTicker\"}",
        "1 {\"stream\":5,\"data\":{}}",
        "1 {\"result\":null,\"id\":1}"})
    void shouldSkipWhatIsNoBookTicker(String line) {
        assertThat(parse(line)).isEqualTo(CaptureParser.Verdict.SKIPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "garbage", "1", "1 ", "1x" + QUOTE, "1." + QUOTE, "1.5" + QUOTE, "1:" + QUOTE, QUOTE, "1 []",
        "99999999999: " + QUOTE, "9999999999999999999 " + QUOTE, "1 " + QUOTE + "}", "1 " + QUOTE + QUOTE,
        "1 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":7,\"s\":\"BTC",
        "1 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":7}"})
    void shouldCallTheRestMalformed(String line) {
        assertThat(parse(line)).isEqualTo(CaptureParser.Verdict.MALFORMED);
    }

    @Test
    void shouldCallBrokenUtf8Malformed() {
        byte[] line = ("1 " + QUOTE).getBytes(StandardCharsets.UTF_8);
        line[line.length - 20] = (byte) 0xff;

        assertThat(parser.parse(line, line.length)).isEqualTo(CaptureParser.Verdict.MALFORMED);
    }

    private CaptureParser.Verdict parse(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return parser.parse(bytes, bytes.length);
    }
}
