package io.ringside.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of whole exchanges, where recordings of them lie on this machine. */
class CapturedRulesTest {

    /** Of 1,262 symbols with status TRADING in the first, 40 are leveraged tokens, closed to spot orders. */
    @ParameterizedTest
    @CsvSource({"BINANCE.0.gz, 1695, 1222", "BINANCE_TR.0.gz, 2183, 1395"})
    void shouldReadTheRulesOfEverySymbol(String file, int symbols, int trading) throws IOException {
        Map<String, Instrument> read = new HashMap<>();
        for (JsonNode symbol : symbols(file)) {
            Instrument instrument =
                SymbolRules.read(symbol, read.size(), symbol.path("symbol").asText(), Fees.DEFAULT);
            read.put(instrument.symbol(), instrument);
            check(symbol, instrument);
        }

        assertThat(read).hasSize(symbols);
        assertThat(read.values().stream().filter(Instrument::trading)).hasSize(trading);
        assertThat(read.get("BTCUSDT").price()).isEqualTo(new Grid(-2, 1, 1, 100_000_000));
    }

    private static void check(JsonNode symbol, Instrument instrument) {
        Grid price = instrument.price();
        Grid qty = instrument.qty();
        Grid market = instrument.marketQty();
        String name = instrument.symbol();
        assertThat(price.value(price.step())).as(name).isEqualByComparingTo(of(symbol, "PRICE_FILTER", "tickSize"));
        checkBounds(price, of(symbol, "PRICE_FILTER", "minPrice"), of(symbol, "PRICE_FILTER", "maxPrice"), name);
        assertThat(qty.value(qty.step())).as(name).isEqualByComparingTo(of(symbol, "LOT_SIZE", "stepSize"));
        checkBounds(qty, of(symbol, "LOT_SIZE", "minQty"), of(symbol, "LOT_SIZE", "maxQty"), name);
        assertThat(instrument.minNotional()).as(name)
            .isEqualByComparingTo(of(symbol, "MIN_NOTIONAL", "minNotional"));
        assertThat(price.step() % 10 != 0 || price.exponent() == 0).as(name).isTrue();
        assertThat(qty.step() % 10 != 0 || qty.exponent() == 0).as(name).isTrue();
        assertThat(market.step() % qty.step()).as(name).isZero();
        assertThat(market.min()).as(name).isGreaterThanOrEqualTo(qty.min());
        assertThat(market.max()).as(name).isBetween(market.min(), qty.max());
        assertThat(-price.exponent()).as(name).isLessThanOrEqualTo(instrument.quotePrecision());
        assertThat(-qty.exponent()).as(name).isLessThanOrEqualTo(instrument.basePrecision());
        assertThat(name).isEqualTo(instrument.baseAsset() + instrument.quoteAsset());
    }

    /** The bounds are the last values inside the venue's that the exponent holds: BUSDRUB had prices to 112.383. */
    private static void checkBounds(Grid grid, BigDecimal min, BigDecimal max, String name) {
        assertThat(grid.value(grid.min())).as(name).isGreaterThanOrEqualTo(min);
        assertThat(grid.value(grid.min() - 1)).as(name).isLessThan(min);
        assertThat(grid.value(grid.max())).as(name).isLessThanOrEqualTo(max);
        assertThat(grid.value(grid.max() + 1)).as(name).isGreaterThan(max);
    }

    private static BigDecimal of(JsonNode symbol, String type, String part) {
        for (JsonNode filter : symbol.path("filters")) {
            if (filter.path("filterType").asText().equals(type)) {
                return new BigDecimal(filter.path(part).asText());
            }
        }
        throw new AssertionError(symbol.path("symbol") + " has no " + type);
    }

    private static JsonNode symbols(String file) throws IOException {
        Path directory = Path.of(System.getProperty("ringside.captures", "")).resolve("cryptofeed-binance");
        assumeTrue(Files.isDirectory(directory),
            "no recordings: system property ringside.captures names no directory with them");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(directory.resolve(file)))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.substring(text.indexOf(": {") + 2)).path("symbols");
        }
    }
}
