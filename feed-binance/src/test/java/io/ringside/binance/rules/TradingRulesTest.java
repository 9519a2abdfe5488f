package io.ringside.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.binance.rules.TradingRules.Loaded;
import io.ringside.core.event.Symbols;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Instrument;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingRulesTest {

    private static final long MAX_BODY_BYTES = 1 << 20;
    private static final long HOUR_MS = 3_600_000;
    private static final Fees FEES = new Fees(new BigDecimal("0.0002"), new BigDecimal("0.0004"));

    @TempDir
    private Path directory;
    private Path file;
    private ScriptedRest venue;
    private long nowEpochMs = 1_700_000_000_000L;

    @BeforeEach
    void open() throws IOException {
        file = directory.resolve("rules.json");
        venue = new ScriptedRest();
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void shouldLoadTheRulesOfEverySymbolInOneRequest() {
        Loaded loaded = load("ETHUSDT", "BTCUSDT");

        assertThat(loaded.notes()).isEmpty();
        assertThat(loaded.instruments()).extracting(Instrument::symbolId).containsExactly(0, 1);
        assertThat(loaded.instruments()).extracting(Instrument::symbol).containsExactly("ETHUSDT", "BTCUSDT");
        assertThat(loaded.instruments()).extracting(Instrument::fees).containsOnly(FEES);
        assertThat(venue.targets()).containsExactly("/api/v3/exchangeInfo"
            + "?symbols=%5B%22ETHUSDT%22%2C%22BTCUSDT%22%5D&showPermissionSets=false");
    }

    @Test
    void shouldAskForNamesOfAnyScript() {
        Loaded loaded = load("币安人生USDT");

        assertThat(loaded.instruments()).extracting(Instrument::symbol).containsExactly("币安人生USDT");
        assertThat(venue.targets().get(0))
            .contains("symbols=%5B%22%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT%22%5D&");
    }

    @Test
    void shouldSplitManySymbolsIntoShortRequests() {
        String[] names = IntStream.range(0, 250).mapToObj(i -> (i < 200 ? "S" : "币安人生币安人生币安") + i)
            .toArray(String[]::new);

        Loaded loaded = load(names);

        assertThat(loaded.instruments()).hasSize(250);
        assertThat(venue.asked()).allSatisfy(names100 -> assertThat(names100).hasSizeLessThanOrEqualTo(100));
        assertThat(venue.targets()).hasSizeGreaterThan(3)
            .allSatisfy(target -> assertThat(target).hasSizeLessThan(4_100));
    }

    @Test
    void shouldFindTheUnknownSymbolsThatFailAWholeRequest() {
        venue.unknown("NOPEUSDT", "WRONGBTC");

        Loaded loaded = load("BTCUSDT", "NOPEUSDT", "ETHUSDT", "BNBUSDT", "SOLUSDT", "WRONGBTC", "XRPUSDT");

        assertThat(loaded.instruments()).extracting(Instrument::symbol)
            .containsExactly("BTCUSDT", "ETHUSDT", "BNBUSDT", "SOLUSDT", "XRPUSDT");
        assertThat(loaded.notes()).containsExactly("no trading rules for NOPEUSDT, WRONGBTC: " + venue.host()
            + " does not know it (-1121 Invalid symbol.); orders are rejected. Check SYMBOLS");
    }

    @Test
    void shouldGiveUpTheSearchForUnknownSymbolsAtAHundredRequests() {
        String[] names = IntStream.range(0, 100).mapToObj(i -> "S" + i).toArray(String[]::new);
        venue.unknown(names);

        Loaded loaded = load(names);

        assertThat(venue.asked()).hasSize(100);
        assertThat(loaded.instruments()).isEmpty();
        assertThat(loaded.notes()).hasSize(2).anySatisfy(note -> assertThat(note)
            .contains("given up after 100 requests"));
    }

    @Test
    void shouldReportASymbolThatTheAnswerLeavesOut() {
        venue.answer(() -> ok(ScriptedRest.info(List.of("BTCUSDT", "XRPUSDT"))));

        Loaded loaded = load("BTCUSDT", "ETHUSDT");

        assertThat(loaded.instruments()).extracting(Instrument::symbol).containsExactly("BTCUSDT");
        assertThat(loaded.notes()).containsExactly("no trading rules for ETHUSDT: " + venue.host()
            + " left it out of its answer; orders are rejected. Check SYMBOLS");
    }

    @Test
    void shouldReportRulesThatCannotBeUnderstood() {
        venue.answer(() -> ok(ScriptedRest.info(List.of("BTCUSDT")).replace("0.01000000", "cheap")));

        Loaded loaded = load("BTCUSDT");

        assertThat(loaded.instruments()).isEmpty();
        assertThat(loaded.notes()).containsExactly("no trading rules for BTCUSDT: they cannot be parsed: "
            + "tickSize is not a decimal; orders are rejected");
    }

    @Test
    void shouldReportASymbolThatIsClosed() {
        venue.answer(() -> ok(ScriptedRest.info(List.of("BTCUSDT")).replace("\"TRADING\"", "\"BREAK\"")));

        Loaded loaded = load("BTCUSDT");

        assertThat(loaded.instruments().get(0).trading()).isFalse();
        assertThat(loaded.notes()).containsExactly("the venue takes no orders for BTCUSDT at present; "
            + "you are told when it does");
    }

    @Test
    void shouldUseTheCacheAndSayItsAgeWhenTheVenueIsAway() {
        Loaded fresh = load("BTCUSDT", "ETHUSDT");
        venue.close();
        nowEpochMs += 3 * HOUR_MS;

        Loaded old = load("BTCUSDT", "ETHUSDT", "SOLUSDT");

        assertThat(old.instruments()).isEqualTo(fresh.instruments());
        assertThat(old.notes()).hasSize(2);
        assertThat(old.notes().get(0)).startsWith("trading rules of BTCUSDT, ETHUSDT from the cache, 3 h 0 min old: "
            + venue.host() + " cannot be reached");
        assertThat(old.notes().get(1)).startsWith("no trading rules for SOLUSDT: " + venue.host())
            .endsWith("check the network and BINANCE_REST_URL");
    }

    @Test
    void shouldNotUseTheRulesOfAnotherVenue() throws IOException {
        load("BTCUSDT");
        try (ScriptedRest other = new ScriptedRest()) {
            other.answer(() -> new MockResponse.Builder().code(503).build());

            Loaded loaded = load(new RulesConfig(other.base(), file, FEES, 3_000), "BTCUSDT");

            assertThat(loaded.instruments()).isEmpty();
        }
    }

    @Test
    void shouldForgetASymbolThatTheVenueNoLongerKnows() {
        load("BTCUSDT");
        venue.unknown("BTCUSDT");
        assertThat(load("BTCUSDT").instruments()).isEmpty();
        venue.answer(() -> new MockResponse.Builder().code(503).build());

        assertThat(load("BTCUSDT").instruments()).isEmpty();
    }

    @Test
    void shouldReplaceADamagedCache() throws IOException {
        Files.writeString(file, "{\"version\":1,\"ent");

        Loaded first = load("BTCUSDT");
        Loaded second = load("BTCUSDT");

        assertThat(first.notes()).containsExactly(
            "the cache of trading rules " + file + " is ignored: it is not complete JSON");
        assertThat(first.instruments()).hasSize(1);
        assertThat(second.notes()).isEmpty();
    }

    @Test
    void shouldGoOnWithoutAFileToWriteTo() throws IOException {
        Files.createDirectories(file.resolve("occupied"));

        Loaded loaded = load("BTCUSDT");

        assertThat(loaded.instruments()).hasSize(1);
        assertThat(loaded.notes()).hasSize(2)
            .anySatisfy(note -> assertThat(note).startsWith("trading rules cannot be kept in " + file + ": "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1", "http://", "api.binance.com", "http://127.0.0.1?x=1"})
    void shouldRejectABaseThatIsNone(String base) {
        assertThatThrownBy(() -> RulesConfig.of(URI.create(base), file, FEES))
            .isInstanceOf(IllegalArgumentException.class);
    }

    private Loaded load(String... symbols) {
        return load(new RulesConfig(venue.base(), file, FEES, 30_000), symbols);
    }

    private Loaded load(RulesConfig config, String... symbols) {
        try (TradingRules rules = new TradingRules(config, Symbols.of(symbols), () -> nowEpochMs, MAX_BODY_BYTES)) {
            return rules.load();
        }
    }

    private static MockResponse ok(String body) {
        return new MockResponse.Builder().body(body).build();
    }
}
