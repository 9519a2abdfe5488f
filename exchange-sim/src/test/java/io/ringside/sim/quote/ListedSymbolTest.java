package io.ringside.sim.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringside.sim.replay.SessionReplay;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedSymbolTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, BTC, USDT", "ETHBTC, ETH, BTC", "BTCBUSD, BTC, BUSD", "BTCFDUSD, BTC, FDUSD", "币安人生USDT, 币安人生, USDT",
        "BTCEUR, BTC, EUR", "USDTTRY, USDT, TRY", "USDT, USDT, USDT", "XYZ, XYZ, USDT"})
    void shouldCutInventedNamesAtAKnownAsset(String symbol, String base, String quote) {
        ListedSymbol listed = new ListedSymbol(symbol, 2, 5);

        assertThat(listed.baseAsset()).isEqualTo(base);
        assertThat(listed.quoteAsset()).isEqualTo(quote);
    }

    @Test
    void shouldRejectMoreDecimalsThanAnExponentHolds() {
        assertThatThrownBy(() -> new ListedSymbol("BTCUSDT", 19, 5))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("priceDecimals is 19");
        assertThatThrownBy(() -> new ListedSymbol("BTCUSDT", 2, -1))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("qtyDecimals is -1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "XRPUSDT", "ETHBTC", "BNBBTC", "DOGEUSDT", "币安人生USDT", "1000SATSUSDT", "ABC"})
    void shouldWalkOnTheGridsThatItLists(String symbol) throws Exception {
        QuoteWalk walk = new QuoteWalk(List.of(symbol), 20, new Random(42), () -> 0);
        ListedSymbol listed = walk.listed().toCompletableFuture().get(10, TimeUnit.SECONDS).get(0);
        ObjectMapper json = new ObjectMapper();

        for (int i = 0; i < 2_000; i++) {
            JsonNode quote = json.readTree(walk.next().text()).path("data");
            assertThat(decimals(quote, "b")).isLessThanOrEqualTo(listed.priceDecimals());
            assertThat(decimals(quote, "a")).isLessThanOrEqualTo(listed.priceDecimals());
            assertThat(decimals(quote, "B")).isLessThanOrEqualTo(listed.qtyDecimals());
            assertThat(decimals(quote, "A")).isLessThanOrEqualTo(listed.qtyDecimals());
        }
    }

    @Test
    void shouldListWhatTheQuotesOfACaptureUse() throws Exception {
        Path capture = directory.resolve("capture");
        Files.write(capture, List.of(
            line("btcusdt", "61837.60000000", "3.78826000", "61837.64000000", "1.00000000"),
            line("shibusdt", "0.00001234", "100.00", "0.00001235", "20"),
            "no line of a capture",
            line("btcusdt", "61837.63000000", "3.00000000", "61838.00000000", "1.5")));

        List<ListedSymbol> listed =
            SessionReplay.asFastAsTaken(capture).listed().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(listed).containsExactly(new ListedSymbol("BTCUSDT", 2, 5), new ListedSymbol("SHIBUSDT", 8, 0));
    }

    private static int decimals(JsonNode quote, String key) {
        return new BigDecimal(quote.path(key).asText()).stripTrailingZeros().scale();
    }

    private static String line(String symbol, String bid, String bidQty, String ask, String askQty) {
        return "1723161254087891268 {\"stream\":\"" + symbol + "@bookTicker\",\"data\":{\"u\":1,\"s\":\"X\",\"b\":\""
            + bid + "\",\"B\":\"" + bidQty + "\",\"a\":\"" + ask + "\",\"A\":\"" + askQty + "\"}}";
    }
}
