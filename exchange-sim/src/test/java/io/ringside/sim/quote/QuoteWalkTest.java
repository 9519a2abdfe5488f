package io.ringside.sim.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.DecimalParser;
import io.ringside.core.event.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteWalkTest {

    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ethusdt", "DOGEUSDT", "币安人生USDT", "1INCHUSDT");
    private static final String DECIMAL = "(\\d+\\.\\d{8})";
    private static final Pattern SHAPE = Pattern.compile("\\{\"stream\":\"(\\S+)@bookTicker\",\"data\":"
        + "(\\{\"u\":(\\d+),\"s\":\"(\\S+)\",\"b\":\"" + DECIMAL + "\",\"B\":\"" + DECIMAL
        + "\",\"a\":\"" + DECIMAL + "\",\"A\":\"" + DECIMAL + "\"})}");

    private final RecordingOutlet outlet = new RecordingOutlet();
    private long nowNs;

    @Test
    void shouldGiveTheSameMessagesForTheSameSeed() {
        assertThat(texts(walk(SYMBOLS, 7), 1_000)).isEqualTo(texts(walk(SYMBOLS, 7), 1_000));
        assertThat(texts(walk(SYMBOLS, 7), 1_000)).isNotEqualTo(texts(walk(SYMBOLS, 8), 1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "ETHBTC", "BNBBTC", "DOGEUSDT", "币安人生USDT", "1000SATSUSDT"})
    void shouldLookAndBehaveLikeARealMarket(String symbol) {
        List<String> texts = texts(walk(List.of(symbol), 42), 5_000);

        long previousId = 0;
        String previousPrices = "";
        int unmoved = 0;
        for (String text : texts) {
            Matcher quote = SHAPE.matcher(text);
            assertThat(quote.matches()).as(text).isTrue();
            assertThat(quote.group(4)).isEqualTo(symbol);
            assertThat(Long.parseLong(quote.group(3))).isGreaterThan(previousId);
            assertThat(mantissa(quote.group(5))).isPositive().isLessThan(mantissa(quote.group(7)));
            assertThat(mantissa(quote.group(6))).isPositive();
            assertThat(mantissa(quote.group(8))).isPositive();
            String prices = quote.group(5) + quote.group(7);
            unmoved += prices.equals(previousPrices) ? 1 : 0;
            previousPrices = prices;
            previousId = Long.parseLong(quote.group(3));
        }
        assertThat(unmoved).isBetween(4_350, 4_650);
    }

    @Test
    void shouldStartAtKnownPricesAndMarkThePayload() {
        QuoteMessage first = walk(List.of("btcusdt"), 1).next();

        assertThat(first.stream()).isEqualTo("btcusdt@bookTicker");
        assertThat(first.text()).contains("\"b\":\"684");
        assertThat(payload(first)).startsWith("{\"u\":").endsWith("\"}");
        QuoteMessage chinese = walk(List.of("币安人生USDT"), 1).next();
        assertThat(chinese.stream()).isEqualTo("币安人生usdt@bookTicker");
        assertThat(payload(chinese)).startsWith("{\"u\":").endsWith("\"}").contains("币安人生USDT");
    }

    @Test
    void shouldProduceWhatIsDue() {
        QuoteWalk walk = new QuoteWalk(List.of("BTCUSDT", "ETHUSDT"), 50_000, new Random(1), () -> nowNs);
        walk.start(outlet);
        outlet.want("btcusdt@bookTicker");

        nowNs += 1_000_000;
        walk.onTurn();

        assertThat(outlet.written()).hasSize(50);
        assertThat(outlet.unflushed()).isZero();
    }

    @Test
    void shouldLeaveOutWhatIsOlderThanATenthOfASecond() {
        QuoteWalk walk = new QuoteWalk(List.of("BTCUSDT"), 1_000, new Random(1), () -> nowNs);
        walk.start(outlet);
        outlet.want("btcusdt@bookTicker");

        nowNs += 60_000_000_000L;
        walk.onTurn();

        assertThat(outlet.written()).hasSize(100);
    }

    @Test
    void shouldWalkOnUnseenSoThatSubscriptionsChangeNothing() {
        QuoteWalk watched = new QuoteWalk(List.of("BTCUSDT", "ETHUSDT"), 1_000, new Random(1), () -> nowNs);
        watched.start(outlet);
        outlet.want("ethusdt@bookTicker");

        nowNs += 10_000_000;
        watched.onTurn();

        List<String> all = texts(new QuoteWalk(List.of("BTCUSDT", "ETHUSDT"), 1_000, new Random(1), () -> 0), 20);
        assertThat(outlet.written()).isEqualTo(all.stream().filter(text -> text.contains("ETHUSDT")).toList());
    }

    @Test
    void shouldRejectImpossibleRates() {
        assertThatThrownBy(() -> new QuoteWalk(SYMBOLS, 0, new Random(1), () -> 0))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ratePerSymbol is 0");
        assertThatThrownBy(() -> new QuoteWalk(SYMBOLS, 200_001, new Random(1), () -> 0))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("200001 for 5 symbols");
    }

    private static QuoteWalk walk(List<String> symbols, long seed) {
        return new QuoteWalk(symbols, 20, new Random(seed), () -> 0);
    }

    private static List<String> texts(QuoteWalk walk, int count) {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(walk.next().text());
        }
        return texts;
    }

    private static String payload(QuoteMessage message) {
        int from = message.dataOffset();
        return new String(Arrays.copyOfRange(message.json(), from, from + message.dataLength()),
            StandardCharsets.UTF_8);
    }

    private static long mantissa(String text) {
        DecimalParser parser = new DecimalParser();
        assertThat(parser.parse(text)).isTrue();
        return Decimals.rescale(parser.mantissa(), parser.exponent(), -8);
    }
}
