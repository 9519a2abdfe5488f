package io.ringside.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringside.testing.Captures;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of whole exchanges: the simulated one's, and real ones' where there are recordings of them. */
class CapturedRulesTest {

    @TempDir
    private Path directory;

    @Test
    void shouldReadTheRulesOfEverySymbolOfTheSimulatedExchange() throws IOException {
        Map<String, Instrument> read = read(Captures.copy(Captures.EXCHANGE_INFO, directory));

        assertThat(read).hasSize(300);
        assertThat(read.values()).allMatch(Instrument::trading);
        assertThat(read.get("BTCUSDT").price().exponent()).isEqualTo(-2);
    }

    /** Of 1,262 symbols with status TRADING in the first, 40 are leveraged tokens, closed to spot orders. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("recordings")
    void shouldReadTheRulesOfRecordedExchanges(Path recording, int symbols, int trading) throws IOException {
        Map<String, Instrument> read = read(recording);

        assertThat(read).hasSize(symbols);
        assertThat(read.values().stream().filter(Instrument::trading)).hasSize(trading);
        assertThat(read.get("BTCUSDT").price()).isEqualTo(new Grid(-2, 1, 1, 100_000_000));
    }

    private static Stream<Arguments> recordings() {
        return Stream.of(
            Captures.recorded("cryptofeed-binance/BINANCE.0.gz").map(file -> Arguments.of(file, 1_695, 1_222)),
            Captures.recorded("cryptofeed-binance/BINANCE_TR.0.gz").map(file -> Arguments.of(file, 2_183, 1_395)))
            .flatMap(Optional::stream);
    }

    private static Map<String, Instrument> read(Path capture) throws IOException {
        String line = Captures.lines(capture).get(0);
        Map<String, Instrument> read = new HashMap<>();
        for (JsonNode symbol : new ObjectMapper().readTree(line.substring(line.indexOf(": {") + 2)).path("symbols")) {
            Instrument instrument =
                SymbolRules.read(symbol, read.size(), symbol.path("symbol").asText(), Fees.DEFAULT);
            read.put(instrument.symbol(), instrument);
            check(symbol, instrument);
        }
        return read;
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
        assertThat(instrument.filters().notional().min()).as(name)
            .isEqualByComparingTo(of(symbol, "(MIN_)?NOTIONAL", "minNotional"));
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
            if (filter.path("filterType").asText().matches(type)) {
                return new BigDecimal(filter.path(part).asText());
            }
        }
        throw new AssertionError(symbol.path("symbol") + " has no " + type);
    }
}
