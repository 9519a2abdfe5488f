package io.ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.QuoteMessage;
import io.ringside.testing.LeakCheck;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakCheck.class)
class SimulatedExchangeTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String BTC_DATA =
        "{\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"1.00\",\"B\":\"2.0\",\"a\":\"1.01\",\"A\":\"3.0\"}";
    private static final QuoteMessage BTC = HandFedQuotes.quote("btcusdt@bookTicker", BTC_DATA);

    private final HandFedQuotes quotes = new HandFedQuotes();
    private final SimulatedExchange exchange =
        new SimulatedExchange(SimulatedExchangeConfig.onAnyPort().withLimits(4, 100), quotes);

    @BeforeEach
    void start() {
        exchange.start();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/stream?streams=btcusdt@bookTicker",
        "/stream?streams=ethusdt@bookTicker/btcusdt@bookTicker",
        "/stream?streams=ethusdt%40bookTicker%2Fbtcusdt%40bookTicker",
        "/stream?streams=%E5%B8%81%E5%AE%89usdt@bookTicker/btcusdt@bookTicker&timeUnit=MICROSECOND"})
    void shouldSendEnvelopeOnCombinedStreams(String path) throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + path)) {
            quotes.feed(BTC);

            assertThat(client.text()).isEqualTo(BTC.text());
        }
    }

    @Test
    void shouldSendBarePayloadOnRawStream() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + "/ws/btcusdt@bookTicker")) {
            quotes.feed(BTC);

            assertThat(client.text()).isEqualTo(BTC_DATA);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/stream", "/stream?streams="})
    void shouldStartTheSourceAtTheFirstSubscription(String path) throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + path)) {
            exchange.await(() -> exchange.accepted() == 1, DEADLINE);
            assertThat(quotes.isStarted()).isFalse();

            String answer = client.ask("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\"],\"id\":1}");

            assertThat(answer).isEqualTo("{\"result\":null,\"id\":1}");
            assertThat(quotes.feed(BTC)).isEqualTo(1);
            assertThat(client.text()).contains(BTC_DATA);
        }
    }

    @Test
    void shouldStaySilentOnStreamsThatTheSourceDoesNotProduce() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + "/stream?streams=xrpxrp@miniTicker")) {
            assertThat(quotes.feed(BTC)).isZero();

            assertThat(client.ask("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}"))
                .isEqualTo("{\"result\":[\"xrpxrp@miniTicker\"],\"id\":3}");
        }
    }

    @Test
    void shouldSendNothingAfterUnsubscribe() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + "/stream?streams=btcusdt@bookTicker")) {
            assertThat(client.ask("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\"],\"id\":312}"))
                .isEqualTo("{\"result\":null,\"id\":312}");

            assertThat(quotes.feed(BTC)).isZero();
            assertThat(exchange.subscribers("btcusdt@bookTicker")).isZero();
        }
    }

    @Test
    void shouldChangeTheFormWithSetProperty() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + "/ws/btcusdt@bookTicker")) {
            client.ask("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":5}");

            quotes.feed(BTC);

            assertThat(client.text()).isEqualTo(BTC.text());
        }
    }

    @Test
    void shouldHangUpAfterAnInvalidStreamName() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + "/stream")) {
            assertThat(client.ask("{\"method\":\"SUBSCRIBE\",\"params\":[\"nonsense\"],\"id\":2}"))
                .isEqualTo("{\"error\":{\"code\":2,\"msg\":\"Invalid request: invalid stream\"},\"id\":2}");

            assertThat(client.closed()).startsWith("1008");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/stream?streams=nonsense", "/ws/nonsense",
        "/stream?streams=a@t/b@t/c@t/d@t/e@t"})
    void shouldRejectHandshakeOnBadPathsNamesAndTooManyStreams(String path) {
        assertThatThrownBy(() -> WireClient.connect(exchange.url() + path))
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(exchange.accepted()).isZero();
        assertThat(exchange.attempts()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /ws HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /ws HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n",
        "GET /ws HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"})
    void shouldRejectRequestsThatAreNoWebSocketHandshake(String request) throws Exception {
        try (RawClient client = new RawClient(exchange.port())) {
            client.write(request);

            assertThat(client.readText("\r\n")).startsWith("HTTP/1.1 400");
            assertThat(exchange.accepted()).isZero();
        }
    }

    @Test
    void shouldRejectUrlsThatAreTooLong() throws Exception {
        try (RawClient client = new RawClient(exchange.port())) {
            client.write("GET /stream?streams=" + "a@b/".repeat(2_045) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(client.readText("\r\n")).startsWith("HTTP/1.1 414");
        }
    }

    @Test
    void shouldTakeAsManyStreamsAsTheRealExchange() throws Exception {
        String names = IntStream.range(0, 1024).mapToObj(i -> "\"s" + i + "usdt@bookTicker\"")
            .collect(Collectors.joining(","));
        try (SimulatedExchange roomy =
                 new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), new HandFedQuotes())) {
            roomy.start();
            WireClient client = WireClient.connect(roomy.url() + "/stream");

            assertThat(client.ask("{\"method\":\"SUBSCRIBE\",\"params\":[" + names + "],\"id\":1}"))
                .isEqualTo("{\"result\":null,\"id\":1}");
            assertThat(client.ask("{\"method\":\"SUBSCRIBE\",\"params\":[\"one@more\"],\"id\":2}"))
                .contains("\"code\":2").contains("\"id\":2");
            assertThat(roomy.subscribers("one@more")).isZero();
            client.close();
        }
    }

    @Test
    void shouldCloseAClientThatSendsTooManyMessages() throws Exception {
        try (SimulatedExchange strict = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), quotes)) {
            strict.start();
            WireClient client = WireClient.connect(strict.url() + "/ws");

            for (int i = 0; i < 6; i++) {
                client.ping("p" + i);
            }

            assertThat(client.closed()).isEqualTo("1008 Too many requests");
            client.close();
        }
    }

    @Test
    void shouldAnswerPingWithItsPayload() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + "/ws")) {
            client.ping("are you there");

            assertThat(client.heardPong()).isEqualTo("are you there");
        }
    }

    @Test
    void shouldRecordWhatClientsDo() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + "/stream?streams=btcusdt@bookTicker")) {
            client.ask("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}");
            client.sendClose(1000, "bye");

            assertThat(client.closed()).startsWith("1000");
            assertThat(exchange.await(() -> exchange.connections() == 0, DEADLINE)).isTrue();
        }
        assertThat(exchange.accepted()).isEqualTo(1);
        assertThat(exchange.handshakeUris()).containsExactly("/stream?streams=btcusdt@bookTicker");
        assertThat(exchange.received()).containsExactly("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}");
        assertThat(exchange.closes()).containsExactly("1000 bye");
        assertThat(exchange.subscribers("btcusdt@bookTicker")).isZero();
    }

    @Test
    void shouldServeSeveralClientsWithOneMessage() throws Exception {
        try (WireClient combined = WireClient.connect(exchange.url() + "/stream?streams=btcusdt@bookTicker");
             WireClient raw = WireClient.connect(exchange.url() + "/ws/btcusdt@bookTicker")) {
            assertThat(exchange.await(() -> exchange.connections() == 2, DEADLINE)).isTrue();

            assertThat(quotes.feed(BTC)).isEqualTo(2);

            assertThat(combined.text()).isEqualTo(BTC.text());
            assertThat(raw.text()).isEqualTo(BTC_DATA);
        }
    }

    @Test
    void shouldSkipClientsThatDoNotRead() throws Exception {
        QuoteMessage big = HandFedQuotes.quote("btcusdt@bookTicker", "{\"pad\":\"" + "x".repeat(50_000) + "\"}");
        try (RawClient slow = new RawClient(exchange.port())) {
            slow.shakeHands("/ws/btcusdt@bookTicker");

            int fed = 0;
            while (fed < 10_000 && quotes.feed(big) == 1) {
                fed++;
            }

            assertThat(fed).isLessThan(10_000);
            WireClient reading = WireClient.connect(exchange.url() + "/ws/btcusdt@bookTicker");
            assertThat(exchange.await(() -> exchange.connections() == 2, DEADLINE)).isTrue();
            quotes.feed(BTC);
            assertThat(reading.text()).isEqualTo(BTC_DATA);
            reading.close();
        }
    }

    @Test
    void shouldFailToStartOnATakenPortAndCloseTwice() {
        SimulatedExchange second = new SimulatedExchange(SimulatedExchangeConfig.onPort(exchange.port()), quotes);

        assertThatThrownBy(second::start)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("127.0.0.1:" + exchange.port());
        second.close();
        assertThat(quotes.opened()).isEqualTo(2);
        assertThat(quotes.closed()).isEqualTo(1);
    }
}
