package io.ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.QuoteWalk;
import io.ringside.testing.LeakCheck;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakCheck.class)
class SimulatedRestTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(),
        new QuoteWalk(List.of("BTCUSDT", "ETHBTC", "DOGEUSDT"), 10, new Random(1), System::nanoTime));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void start() {
        exchange.start();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void shouldAnswerPingAndTime() throws Exception {
        assertThat(get("/api/v3/ping").body()).isEqualTo("{}");
        assertThat(json.readTree(get("/api/v3/time").body()).path("serverTime").asLong())
            .isGreaterThan(1_700_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/v3/exchangeInfo | BTCUSDT,ETHBTC,DOGEUSDT",
        "/api/v3/exchangeInfo?showPermissionSets=false | BTCUSDT,ETHBTC,DOGEUSDT",
        "/api/v3/exchangeInfo?symbol=ETHBTC | ETHBTC",
        "/api/v3/exchangeInfo?symbols=%5B%22DOGEUSDT%22,%22BTCUSDT%22%5D | DOGEUSDT,BTCUSDT"})
    void shouldListTheSymbolsThatAreAskedFor(String path, String symbols) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        JsonNode info = json.readTree(answer.body());
        assertThat(info.path("timezone").asText()).isEqualTo("UTC");
        assertThat(info.path("symbols").findValuesAsText("symbol")).containsExactly(symbols.split(","));
    }

    @Test
    void shouldGiveRulesInTheShapeOfTheExchange() throws Exception {
        JsonNode symbol = json.readTree(get("/api/v3/exchangeInfo?symbol=BTCUSDT").body()).path("symbols").path(0);

        assertThat(symbol.path("status").asText()).isEqualTo("TRADING");
        assertThat(symbol.path("baseAsset").asText()).isEqualTo("BTC");
        assertThat(symbol.path("quoteAsset").asText()).isEqualTo("USDT");
        assertThat(symbol.path("permissionSets").toString()).isEqualTo("[[\"SPOT\"]]");
        assertThat(symbol.path("filters").toString()).contains(
            "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01000000\",\"maxPrice\":\"1000000.00000000\","
                + "\"tickSize\":\"0.01000000\"}",
            "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.00001000\",\"maxQty\":\"9000.00000000\","
                + "\"stepSize\":\"0.00001000\"}",
            "{\"filterType\":\"MARKET_LOT_SIZE\",\"minQty\":\"0.00000000\",\"maxQty\":\"200.00000000\","
                + "\"stepSize\":\"0.00000000\"}",
            "\"minNotional\":\"5.00000000\",\"applyMinToMarket\":true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "symbol=NOPE | -1121 | Invalid symbol.",
        "symbol=btcusdt | -1121 | Invalid symbol.",
        "symbols=%5B%22BTCUSDT%22,%22NOPE%22%5D | -1121 | Invalid symbol.",
        "symbols=BTCUSDT | -1100 | Illegal characters found in parameter 'symbols'.",
        "symbols=%5B%5D | -1100 | Illegal characters found in parameter 'symbols'.",
        "symbols=%5B%22BTCUSDT%22,7%5D | -1100 | Illegal characters found in parameter 'symbols'.",
        "symbol=BTCUSDT&symbols=%5B%22BTCUSDT%22%5D | -1128 | Combination of optional parameters invalid."})
    void shouldRejectTheWholeRequestForOneBadName(String query, int code, String text) throws Exception {
        HttpResponse<String> answer = get("/api/v3/exchangeInfo?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"code\":" + code + ",\"msg\":\"" + text + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v3/order", "/api/v3/", "/api/v1/ping", "/"})
    void shouldNotKnowOtherPaths(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldAnswerOnlyGetRequests() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri("/api/v3/ping"))
            .POST(HttpRequest.BodyPublishers.ofString("x")).timeout(DEADLINE).build();

        assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldLeaveRestAloneWhileHandshakesFail() throws Exception {
        exchange.rejectHandshakes(503);
        assertThat(get("/api/v3/ping").statusCode()).isEqualTo(200);
        exchange.hangHandshakes(true);
        assertThat(get("/api/v3/ping").statusCode()).isEqualTo(200);
        assertThat(exchange.handshakeUris()).isEmpty();
    }

    @Test
    void shouldKeepTheConnectionUnlessAskedToCloseIt() throws Exception {
        try (RawClient client = new RawClient(exchange.port())) {
            client.write("GET /api/v3/ping HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readText("\r\n\r\n{}")).startsWith("HTTP/1.1 200 OK");
            client.write("GET /api/v3/ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            String last = new String(client.readAll(), StandardCharsets.US_ASCII);

            assertThat(last).startsWith("HTTP/1.1 200 OK").endsWith("{}").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void shouldListNothingForASourceThatListsNothing() throws Exception {
        HandFedQuotes unlisted = new HandFedQuotes();
        try (SimulatedExchange empty = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), unlisted)) {
            empty.start();
            URI uri = URI.create("http://127.0.0.1:" + empty.port() + "/api/v3/exchangeInfo?symbols="
                + URLEncoder.encode("[\"BTCUSDT\"]", StandardCharsets.UTF_8));

            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri).timeout(DEADLINE).build(),
                HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).contains("-1121");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).timeout(DEADLINE).build(),
            HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + exchange.port() + path);
    }
}
