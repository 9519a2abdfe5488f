package io.ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.StreamNames;
import io.ringside.sim.replay.SessionReplay;
import io.ringside.testing.Captures;
import io.ringside.testing.LeakCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakCheck.class)
class SessionReplayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long FIRST_NS = 1_723_161_254_087_891_268L;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSendEveryMessageInOrderAndUnchanged(boolean gzipped) throws Exception {
        List<String> messages = messages(5_000);
        SessionReplay replay = SessionReplay.asFastAsTaken(capture(lines(messages), gzipped));

        List<String> heard = play(replay, "/stream?streams=btcusdt@bookTicker/ethusdt@bookTicker", messages.size());

        assertThat(heard).isEqualTo(messages);
        assertThat(replay.sentBySymbol()).isEqualTo(Map.of("BTCUSDT", 2_500L, "ETHUSDT", 2_500L));
    }

    @Test
    void shouldKeepTheOrderAtAPace() throws Exception {
        List<String> messages = messages(200);
        SessionReplay replay = SessionReplay.atPace(capture(lines(messages), false), 1_000, System::nanoTime);

        List<String> heard = play(replay, "/stream?streams=btcusdt@bookTicker/ethusdt@bookTicker", messages.size());

        assertThat(heard).isEqualTo(messages);
    }

    @Test
    void shouldPassOverStreamsThatNobodyWants() throws Exception {
        List<String> messages = messages(10);
        SessionReplay replay = SessionReplay.asFastAsTaken(capture(lines(messages), false));

        List<String> heard = play(replay, "/ws/ethusdt@bookTicker", 5);

        assertThat(heard).hasSize(5).allMatch(text -> text.startsWith("{\"u\":") && text.contains("ETHUSDT"));
        assertThat(replay.passedOver()).isEqualTo(5);
        assertThat(replay.sentBySymbol()).isEqualTo(Map.of("ETHUSDT", 5L));
    }

    @Test
    void shouldSkipAndCountWhatIsNoBookTicker() throws Exception {
        String quote = messages(1).get(0);
        List<String> lines = List.of("wss://stream.binance.com:9443/stream?streams=btcusdt@bookTicker <-> 1633998511.1",
            FIRST_NS + " {\"lastUpdateId\":160,\"bids\":[],\"asks\":[]}", "garbage",
            FIRST_NS + " " + quote.substring(0, 60), FIRST_NS + " {\"stream\":\"btcusdt@trade\",\"data\":{}}",
            FIRST_NS + " " + quote);
        SessionReplay replay = SessionReplay.asFastAsTaken(capture(lines, false));

        List<String> heard = play(replay, "/stream?streams=btcusdt@bookTicker", 1);

        assertThat(heard).containsExactly(quote);
        assertThat(replay.skipped()).isEqualTo(3);
        assertThat(replay.malformed()).isEqualTo(2);
    }

    @Test
    void shouldPlayATruncatedGzipAsFarAsItGoes() throws Exception {
        Path whole = capture(lines(messages(5_000)), true);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(bytes, bytes.length / 2));
        SessionReplay replay = SessionReplay.asFastAsTaken(cut);

        List<String> heard = play(replay, "/stream?streams=btcusdt@bookTicker/ethusdt@bookTicker", 1_000);

        assertThat(heard).isEqualTo(messages(1_000));
        assertThat(replay.malformed()).isEqualTo(1);
        assertThat(SessionReplay.symbolsIn(cut)).containsExactly("BTCUSDT", "ETHUSDT");
    }

    @Test
    void shouldPauseWhileStalledAndLoseNothing() throws Exception {
        List<String> messages = messages(5_000);
        SessionReplay replay = SessionReplay.asFastAsTaken(capture(lines(messages), false));
        try (SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), replay)) {
            exchange.start();
            exchange.stall(true);
            WireClient client =
                WireClient.connect(exchange.url() + "/stream?streams=btcusdt@bookTicker/ethusdt@bookTicker");
            exchange.await(() -> exchange.accepted() == 1, DEADLINE);
            assertThat(replay.finished()).isNotDone();

            exchange.stall(false);

            assertThat(texts(client, messages.size())).isEqualTo(messages);
            client.close();
        }
    }

    @Test
    void shouldWaitForAClientThatDoesNotRead() throws Exception {
        List<String> messages = messages(4_000, "0".repeat(2_000));
        SessionReplay replay = SessionReplay.asFastAsTaken(capture(lines(messages), true));
        try (SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), replay)) {
            exchange.start();
            RawClient slow = new RawClient(exchange.port());
            slow.shakeHands("/stream?streams=btcusdt@bookTicker/ethusdt@bookTicker");
            WireClient bystander = WireClient.connect(exchange.url() + "/ws");
            assertThat(bystander.ask("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}")).contains("[]");
            assertThat(replay.finished()).isNotDone();

            slow.readText(messages.get(messages.size() - 1));

            WireClient.within(replay.finished());
            assertThat(replay.sentBySymbol()).isEqualTo(Map.of("BTCUSDT", 2_000L, "ETHUSDT", 2_000L));
            bystander.close();
            slow.close();
        }
    }

    @Test
    void shouldNameTheSymbolsOfACapture() throws Exception {
        assertThat(SessionReplay.symbolsIn(capture(lines(messages(3)), false))).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(SessionReplay.symbolsIn(capture(lines(messages(1)), true))).containsExactly("BTCUSDT");
        assertThat(SessionReplay.symbolsIn(capture(List.of("1 {\"stream\":\"btcusdt@trade\"}"), false))).isEmpty();
    }

    @Test
    void shouldFailToStartWithoutACapture() throws Exception {
        Path missing = directory.resolve("missing");
        Path empty = Files.createFile(directory.resolve("empty"));

        assertThatThrownBy(SessionReplay.asFastAsTaken(missing)::open)
            .isInstanceOf(UncheckedIOException.class).hasMessageContaining(missing + " is missing");
        assertThatThrownBy(SessionReplay.asFastAsTaken(directory)::open)
            .isInstanceOf(UncheckedIOException.class).hasMessageContaining("not a file");
        assertThatThrownBy(SessionReplay.asFastAsTaken(empty)::open)
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(empty + " is empty");
        assertThatThrownBy(() -> SessionReplay.symbolsIn(missing))
            .isInstanceOf(UncheckedIOException.class).hasMessageContaining(missing.toString());
    }

    @Test
    void shouldCancelTheEndWhenClosedBefore() throws Exception {
        SessionReplay replay = SessionReplay.asFastAsTaken(capture(lines(messages(1)), false));
        SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), replay);
        exchange.start();

        exchange.close();

        assertThat(replay.finished()).isCancelled();
    }

    @Test
    void shouldPlayACaptureOfItsOwnWalk() throws Exception {
        Path capture = Captures.copy(Captures.BTCUSDT, directory);
        SessionReplay replay = SessionReplay.asFastAsTaken(capture);

        List<String> heard = play(replay, "/stream?streams=btcusdt@bookTicker", 700);

        assertThat(heard.get(0)).contains("\"s\":\"BTCUSDT\"");
        assertThat(replay.sentBySymbol()).isEqualTo(Map.of("BTCUSDT", 700L));
        assertThat(replay.skipped()).isEqualTo(900 - 700);
        assertThat(replay.malformed()).isZero();
    }

    @Test
    void shouldPlayACaptureInSeconds() throws Exception {
        Path capture = Captures.copy(Captures.IN_SECONDS, directory);
        SessionReplay replay = SessionReplay.asFastAsTaken(capture);
        List<String> symbols = SessionReplay.symbolsIn(capture);
        String streams = String.join("/", symbols.stream().map(StreamNames::bookTicker).toList());

        List<String> heard = play(replay, "/stream?streams=" + streams, 256);

        assertThat(symbols).containsExactlyInAnyOrder("XRPUSDT", "ADAUSDT", "ETHBTC", "BNBETH");
        assertThat(heard).allMatch(text -> text.startsWith("{\"stream\":\"") && text.endsWith("\"}}"));
        assertThat(replay.malformed()).isZero();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("recordings")
    void shouldPlayRealRecordings(Path capture, int quotes) throws Exception {
        SessionReplay replay = SessionReplay.asFastAsTaken(capture);
        String streams =
            String.join("/", SessionReplay.symbolsIn(capture).stream().map(StreamNames::bookTicker).toList());

        List<String> heard = play(replay, "/stream?streams=" + streams, quotes);

        assertThat(heard).hasSize(quotes);
        assertThat(replay.malformed()).isZero();
    }

    private static Stream<Arguments> recordings() {
        return Stream.of(
            Captures.recorded("hftbacktest-spot/btcusdt_20240808.gz").map(file -> Arguments.of(file, 28_040)),
            Captures.recorded("cryptofeed-binance/BINANCE.ws.1.0").map(file -> Arguments.of(file, 84)))
            .flatMap(Optional::stream);
    }

    private static List<String> play(SessionReplay replay, String path, int count) throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), replay)) {
            exchange.start();
            WireClient client = WireClient.connect(exchange.url() + path);
            List<String> texts = texts(client, count);
            WireClient.within(replay.finished());
            client.close();
            return texts;
        }
    }

    private static List<String> texts(WireClient client, int count) throws InterruptedException {
        List<String> texts = new ArrayList<>(count);
        while (texts.size() < count) {
            texts.add(client.text());
        }
        return texts;
    }

    private static List<String> messages(int count) {
        return messages(count, "");
    }

    private static List<String> messages(int count, String padding) {
        List<String> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String symbol = i % 2 == 0 ? "BTCUSDT" : "ETHUSDT";
            String data = "{\"u\":" + (100 + i) + ",\"s\":\"" + symbol + "\",\"b\":\"1.00\",\"B\":\"2." + i
                + padding + "\",\"a\":\"1.01\",\"A\":\"3.0\"}";
            messages.add(HandFedQuotes.quote(StreamNames.bookTicker(symbol), data).text());
        }
        return messages;
    }

    private static List<String> lines(List<String> messages) {
        List<String> lines = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            lines.add(FIRST_NS + i * 1_000_000L + " " + messages.get(i));
        }
        return lines;
    }

    private Path capture(List<String> lines, boolean gzipped) throws IOException {
        Path file = Files.createTempFile(directory, "capture", "");
        try (OutputStream plain = Files.newOutputStream(file);
             OutputStream out = gzipped ? new GZIPOutputStream(plain) : plain) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
