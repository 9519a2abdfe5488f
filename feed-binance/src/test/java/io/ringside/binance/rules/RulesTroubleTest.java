package io.ringside.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.binance.rules.TradingRules.Loaded;
import io.ringside.core.event.Symbols;
import io.ringside.trading.market.Fees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can come instead of rules ends in one line for users. */
class RulesTroubleTest {

    private static final int MAX_BODY_BYTES = 100_000;

    private static final String NOT_YET = "; quotes come, but orders are rejected until it answers. "
        + "It is asked again: check the network and BINANCE_REST_URL";

    private ScriptedRest venue;

    @BeforeEach
    void open() throws IOException {
        venue = new ScriptedRest();
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void shouldSayInOneLineWhatCameInsteadOfRules(MockResponse answer, String reason) {
        venue.answer(() -> answer);

        Loaded loaded = load(venue.base(), 30_000);

        assertThat(loaded.instruments()).isEmpty();
        assertThat(loaded.notes()).containsExactly("no trading rules for BTCUSDT: " + venue.host() + reason + NOT_YET);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
            Arguments.of(status(403, "<html>WAF</html>").addHeader("Content-Type", "text/html").build(),
                " answered HTTP 403, its firewall rejects this address or request"),
            Arguments.of(status(418, "{\"code\":-1003,\"msg\":\"Way too much;\\n IP banned.\"}")
                    .addHeader("Retry-After", "120").build(),
                " answered HTTP 418, this address is banned, it asks to wait 120 s (-1003 Way too much; IP banned.)"),
            Arguments.of(status(429, "").addHeader("Retry-After", "7").build(),
                " answered HTTP 429, too many requests from this address, it asks to wait 7 s"),
            Arguments.of(status(429, "").addHeader("Retry-After", "soon").build(),
                " answered HTTP 429, too many requests from this address"),
            Arguments.of(status(451, "{\"code\":0,\"msg\":\"Service unavailable from a restricted location\"}").build(),
                " answered HTTP 451 (Service unavailable from a restricted location)"),
            Arguments.of(status(502, "<html>nginx</html>").addHeader("Content-Type", "text/html").build(),
                " answered HTTP 502 with HTML instead of JSON"),
            Arguments.of(status(302, "").addHeader("Location", "http://127.0.0.1:1/").build(), " answered HTTP 302"),
            Arguments.of(status(200, "<html>hello</html>").addHeader("Content-Type", "text/html; charset=UTF-8")
                .build(), " answered with HTML instead of JSON"),
            Arguments.of(status(200, "<html>hello</html>").build(),
                " answered with something that is not complete JSON"),
            Arguments.of(status(200, "").build(), " answered without any list of symbols"),
            Arguments.of(status(200, "[1,2]").build(), " answered without any list of symbols"),
            Arguments.of(status(200, "{\"symbols\":7}").build(), " answered without any list of symbols"),
            Arguments.of(status(200, "{\"symbols\":[{\"symbol\":\"BTCUSDT\"").build(),
                " answered with something that is not complete JSON"),
            Arguments.of(status(200, "{\"symbols\":[" + "{},".repeat(MAX_BODY_BYTES / 3) + "{}]}").build(),
                " answered with more than 100000 bytes"));
    }

    @Test
    void shouldNotWaitForAVenueThatStaysSilent() {
        venue.answer(() -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

        Loaded loaded = load(venue.base(), 300);

        assertThat(loaded.notes()).containsExactly("no trading rules for BTCUSDT: " + venue.host()
            + " did not answer in time" + NOT_YET);
    }

    @Test
    void shouldAskNothingMoreOfAVenueThatFails() {
        venue.answer(() -> status(429, "").build());
        List<String> names = Stream.iterate(0, i -> i + 1).limit(300).map(i -> "S" + i).toList();

        Loaded loaded = load(venue.base(), 30_000, Symbols.of(names));

        assertThat(venue.asked()).hasSize(1);
        assertThat(loaded.notes()).hasSize(1);
        assertThat(loaded.notes().get(0)).contains("S0, S1,").contains("S9 and 290 more: ");
    }

    @Test
    void shouldSayWhenAVenueBreaksTheConnection() {
        venue.answer(() -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

        assertThat(load(venue.base(), 30_000).notes()).hasSize(1)
            .allSatisfy(note -> assertThat(note).contains("the connection to " + venue.host() + " broke: "));
    }

    @Test
    void shouldSayWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        Loaded loaded = load(URI.create("http://127.0.0.1:" + port), 30_000);

        assertThat(loaded.notes()).hasSize(1).allSatisfy(note -> assertThat(note)
            .startsWith("no trading rules for BTCUSDT: 127.0.0.1:" + port + " cannot be reached: "));
    }

    @Test
    void shouldSayWhenASecureVenueIsNone() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answerInPlainText(plain));
            String host = "127.0.0.1:" + plain.getLocalPort();

            Loaded loaded = load(URI.create("https://" + host), 30_000);

            assertThat(loaded.notes()).hasSize(1)
                .allSatisfy(note -> assertThat(note).contains("no secure connection to " + host + ": "));
            answering.get(10, TimeUnit.SECONDS);
        }
    }

    /** One connection; a web server may wait for the end of a line that a greeting in TLS need not hold. */
    private static void answerInPlainText(ServerSocket server) {
        try (Socket connection = server.accept()) {
            connection.getInputStream().read();
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            connection.shutdownOutput();
            connection.getInputStream().readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Loaded load(URI base, long timeoutMs) {
        return load(base, timeoutMs, Symbols.of("BTCUSDT"));
    }

    private static Loaded load(URI base, long timeoutMs, Symbols symbols) {
        RulesConfig config = new RulesConfig(base, null, Fees.DEFAULT, timeoutMs);
        try (TradingRules rules = new TradingRules(config, symbols, () -> 0, MAX_BODY_BYTES)) {
            return rules.load();
        }
    }

    private static MockResponse.Builder status(int code, String body) {
        return new MockResponse.Builder().code(code).body(body);
    }
}
