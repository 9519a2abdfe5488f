package io.ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.QuoteMessage;
import io.ringside.testing.LeakCheck;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class SimulatedExchangeFaultsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String PATH = "/stream?streams=btcusdt@bookTicker";
    private static final String LIST = "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}";
    private static final QuoteMessage BTC = HandFedQuotes.quote("btcusdt@bookTicker", "{\"u\":7,\"s\":\"BTCUSDT\"}");

    private final HandFedQuotes quotes = new HandFedQuotes();
    private final SimulatedExchange exchange = new SimulatedExchange(
        SimulatedExchangeConfig.onAnyPort().withLimits(10, 1_000), quotes);

    @BeforeEach
    void start() {
        exchange.start();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void shouldDropWithoutACloseFrame() throws Exception {
        try (RawClient client = connected()) {
            exchange.dropConnections();

            assertThat(client.readAll()).isEmpty();
            assertThat(exchange.await(() -> exchange.connections() == 0, DEADLINE)).isTrue();
        }
    }

    @Test
    void shouldReset() throws Exception {
        try (RawClient client = connected()) {
            exchange.resetConnections();

            assertThatThrownBy(client::readAll).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
    }

    @Test
    void shouldCloseWithCodeAndReason() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + PATH)) {
            assertThat(exchange.await(() -> exchange.connections() == 1, DEADLINE)).isTrue();

            exchange.closeConnections(1001, "going away");

            assertThat(client.closed()).isEqualTo("1001 going away");
            assertThat(quotes.feed(BTC)).isZero();
        }
    }

    @Test
    void shouldCloseTheSocketOfAClientThatDoesNotAnswerAClose() throws Exception {
        try (RawClient client = connected()) {
            exchange.closeConnections(1012, "x");

            assertThat(client.readAll()).containsExactly(0x88, 3, 1012 >> 8, 1012 & 0xff, 'x');
        }
    }

    @Test
    void shouldSendNothingWhileStalledAndGoOnAfterwards() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + PATH)) {
            assertThat(exchange.await(() -> exchange.connections() == 1, DEADLINE)).isTrue();

            exchange.stall(true);
            client.ping("lost");
            client.send(LIST);
            assertThat(exchange.await(() -> exchange.received().contains(LIST), DEADLINE)).isTrue();
            assertThat(quotes.feed(BTC)).isZero();
            assertThat(exchange.connections()).isEqualTo(1);

            exchange.stall(false);
            quotes.feed(BTC);
            assertThat(client.text()).isEqualTo(BTC.text());
            assertThat(client.heardNothing()).isTrue();
        }
    }

    @Test
    void shouldRejectHandshakesUntilToldOtherwise() throws Exception {
        exchange.rejectHandshakes(429);

        assertThatThrownBy(() -> WireClient.connect(exchange.url() + PATH))
            .isInstanceOf(ExecutionException.class)
            .cause().isInstanceOfSatisfying(WebSocketHandshakeException.class,
                rejected -> assertThat(rejected.getResponse().statusCode()).isEqualTo(429));

        exchange.rejectHandshakes(0);
        WireClient.connect(exchange.url() + PATH).close();
        assertThat(exchange.await(() -> exchange.accepted() == 1, DEADLINE)).isTrue();
    }

    @Test
    void shouldLeaveHandshakesUnanswered() throws Exception {
        exchange.hangHandshakes(true);
        try (RawClient client = new RawClient(exchange.port())) {
            client.write("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(exchange.await(() -> exchange.handshakeUris().contains(PATH), DEADLINE)).isTrue();

            exchange.dropConnections();

            assertThat(client.readAll()).isEmpty();
            assertThat(exchange.accepted()).isZero();
        }
    }

    @Test
    void shouldSendAnyTextToEverybody() throws Exception {
        try (WireClient combined = WireClient.connect(exchange.url() + PATH);
             WireClient raw = WireClient.connect(exchange.url() + "/ws")) {
            assertThat(exchange.await(() -> exchange.connections() == 2, DEADLINE)).isTrue();

            exchange.sendText("{\"not\":");

            assertThat(combined.text()).isEqualTo("{\"not\":");
            assertThat(raw.text()).isEqualTo("{\"not\":");
        }
    }

    @Test
    void shouldPutRawBytesOnTheWireAsTheyAre() throws Exception {
        byte[] halfFrame = {(byte) 0x81, 0x7e, 0x01};
        try (RawClient client = connected()) {
            exchange.sendRawBytes(halfFrame);
            exchange.dropConnections();

            assertThat(client.readAll()).isEqualTo(halfFrame);
        }
    }

    @Test
    void shouldFragmentWithPingsBetween() throws Exception {
        try (RawClient client = connected()) {
            exchange.sendFragmented("aé", 1, 2);
            exchange.dropConnections();

            assertThat(new String(client.readAll(), StandardCharsets.ISO_8859_1)).isEqualTo(
                "\u0001\u0001a\u0089\u0007between\u0000\u0001\u00c3\u0089\u0007between\u0080\u0001\u00a9");
        }
        assertThatThrownBy(() -> exchange.sendFragmented("abc", 2, 2)).hasMessageContaining("cut point is 2");
        assertThatThrownBy(() -> exchange.sendFragmented("abc", 3)).hasMessageContaining("from 1 to 2");
    }

    @Test
    void shouldBeUnderstoodByAClientWhenItFragments() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + PATH)) {
            assertThat(exchange.await(() -> exchange.connections() == 1, DEADLINE)).isTrue();

            exchange.sendFragmented(BTC.text(), 1, 5, 30);

            assertThat(client.text()).isEqualTo(BTC.text());
            assertThat(client.heardPing()).isEqualTo("between");
        }
    }

    @Test
    void shouldPingAndNoteThePong() throws Exception {
        try (WireClient client = WireClient.connect(exchange.url() + PATH)) {
            assertThat(exchange.await(() -> exchange.connections() == 1, DEADLINE)).isTrue();

            exchange.sendPing("1234567890123".getBytes(StandardCharsets.US_ASCII));

            assertThat(client.heardPing()).isEqualTo("1234567890123");
            assertThat(exchange.await(() -> exchange.pongs().contains("1234567890123"), DEADLINE)).isTrue();
        }
    }

    @Test
    void shouldAnnounceShutdownInTheFormOfTheConnection() throws Exception {
        try (WireClient combined = WireClient.connect(exchange.url() + PATH);
             WireClient raw = WireClient.connect(exchange.url() + "/ws")) {
            assertThat(exchange.await(() -> exchange.connections() == 2, DEADLINE)).isTrue();

            exchange.announceShutdown();

            String data = "\\{\"e\":\"serverShutdown\",\"E\":\\d{13}}";
            assertThat(raw.text()).matches(data);
            assertThat(combined.text()).matches("\\{\"stream\":\"!serverShutdown\",\"data\":" + data + "}");
        }
    }

    private RawClient connected() throws IOException, InterruptedException {
        RawClient client = new RawClient(exchange.port());
        assertThat(client.shakeHands(PATH)).startsWith("HTTP/1.1 101");
        assertThat(exchange.await(() -> exchange.connections() == 1, DEADLINE)).isTrue();
        return client;
    }
}
