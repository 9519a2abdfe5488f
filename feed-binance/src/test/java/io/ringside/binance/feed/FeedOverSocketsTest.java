package io.ringside.binance.feed;

import static io.ringside.binance.feed.BookTickers.good;
import static io.ringside.binance.feed.BookTickers.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.feed.FeedConfig;
import io.ringside.feed.RunningFeed;
import io.ringside.feed.session.FeedTimeouts;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.sim.SimulatedExchange;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.testing.LeakCheck;
import io.ringside.testing.ServerFrames;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole feed against a local exchange that does what the test says. */
@Timeout(30)
@ExtendWith(LeakCheck.class)
class FeedOverSocketsTest {

    private static final FeedTimeouts SHORT = new FeedTimeouts(500, 9_000, 300, 300, 86_000, 86_000, 86_000);

    private final SimulatedExchange exchange =
        new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), new NoQuotes());
    private RunningFeed feed;

    @BeforeEach
    void start() {
        exchange.start();
    }

    @AfterEach
    void close() {
        if (feed != null) {
            feed.close();
        }
        exchange.close();
    }

    @Test
    void shouldBringQuotesIntoTheRing() throws InterruptedException {
        connect(FeedTimeouts.DEFAULT);

        exchange.sendText(good(7));
        exchange.sendText(good(8));
        feed.awaitUpdateId(8);

        assertThat(feed.updateIds()).containsExactly(7L, 8L);
        assertThat(feed.states()).containsExactly("UP quotes flow");
        assertThat(exchange.handshakeUris()).containsExactly("/stream?streams=btcusdt@bookTicker");
    }

    @Test
    void shouldReconnectAfterADropAndAcceptLowerUpdateIds() throws InterruptedException {
        connect(FeedTimeouts.DEFAULT);
        quote(1_000);

        exchange.dropConnections();
        reconnected(2);
        quote(5);

        assertThat(feed.updateIds()).containsExactly(1_000L, 5L);
        assertThat(feed.states()).containsExactly("UP quotes flow", "DOWN closed by the other side", "UP quotes flow");
    }

    @Test
    void shouldReconnectAfterAReset() throws InterruptedException {
        connect(FeedTimeouts.DEFAULT);
        quote(7);

        exchange.resetConnections();
        reconnected(2);
        quote(8);

        feed.awaitStates("UP", "DOWN", "UP");
    }

    @Test
    void shouldAnswerACloseFrameAndReconnect() throws InterruptedException {
        connect(FeedTimeouts.DEFAULT);
        quote(7);

        exchange.closeConnections(1008, "Too many requests");
        reconnected(2);
        quote(8);

        feed.awaitStates("UP", "DOWN close frame 1008 Too many requests", "UP");
        expect(() -> exchange.closes().contains("1000"));
    }

    @Test
    void shouldFailAConnectionThatSendsGarbage() throws InterruptedException {
        connect(FeedTimeouts.DEFAULT);
        quote(7);

        exchange.sendRawBytes(new byte[] {(byte) 0xFF, 1, 2, 3});
        reconnected(2);
        quote(8);

        feed.awaitStates("UP", "DOWN reserved bits", "UP");
        assertThat(feed.count("frames violating")).isEqualTo(1);
        expect(() -> exchange.closes().contains("1002"));
    }

    @Test
    void shouldDropTheHalfOfAFrameThatNeverEnds() throws InterruptedException {
        connect(FeedTimeouts.DEFAULT);
        quote(7);

        byte[] frame = new ServerFrames().text(good(8)).bytes();
        exchange.sendRawBytes(Arrays.copyOf(frame, frame.length / 2));
        exchange.dropConnections();
        reconnected(2);
        quote(9);

        assertThat(feed.updateIds()).containsExactly(7L, 9L);
    }

    @Test
    void shouldLiveOnAfterMalformedAndUnknownMessages() throws InterruptedException {
        connect(FeedTimeouts.DEFAULT);

        exchange.sendText("no JSON");
        exchange.sendText("{\"e\":\"trade\"}");
        exchange.sendText(BookTickers.combined("ETHUSDT", 1, "1", "1", "2", "1"));
        exchange.sendText(BookTickers.combined("BTCUSDT", 1, "x", "1", "2", "1"));
        quote(7);

        assertThat(feed.count("messages malformed")).isEqualTo(1);
        assertThat(feed.count("messages other")).isEqualTo(1);
        assertThat(feed.count("symbols unknown")).isEqualTo(1);
        assertThat(feed.count("quotes rejected")).isEqualTo(1);
        assertThat(exchange.accepted()).isEqualTo(1);
    }

    @Test
    void shouldReadFragmentsAndAnswerThePingsBetween() throws InterruptedException {
        connect(FeedTimeouts.DEFAULT);

        exchange.sendFragmented(good(7), 10, 60);
        feed.awaitUpdateId(7);

        expect(() -> exchange.pongs().contains("between"));
    }

    @Test
    void shouldAnswerAPingWithItsPayload() throws InterruptedException {
        connect(FeedTimeouts.DEFAULT);

        exchange.sendPing(utf8("1770123456789"));

        expect(() -> exchange.pongs().contains("1770123456789"));
    }

    @Test
    void shouldGiveUpAConnectionThatAnswersNoPing() throws InterruptedException {
        connect(SHORT);
        quote(7);

        exchange.stall(true);

        feed.awaitStates("UP", "DOWN ping not answered for 300 ms");
    }

    @Test
    void shouldTellStaleAndUpAgain() throws InterruptedException {
        connect(new FeedTimeouts(5_000, 60_000, 60_000, 60_000, 300, 60_000, 86_000));
        quote(7);

        feed.awaitState("STALE no quote for 300 ms");
        quote(8);

        feed.awaitStates("UP", "STALE", "UP");
        assertThat(exchange.accepted()).isEqualTo(1);
    }

    @Test
    void shouldGiveUpAConnectionWithoutQuotes() throws InterruptedException {
        connect(new FeedTimeouts(5_000, 60_000, 60_000, 60_000, 60_000, 300, 86_000));

        reconnected(2);

        feed.awaitState("DOWN connected, but no quote for 300 ms");
    }

    @Test
    void shouldGiveUpAHandshakeThatHangs() throws InterruptedException {
        exchange.hangHandshakes(true);
        start(SHORT);

        feed.awaitState("DOWN WebSocket handshake not answered for 500 ms");
        exchange.hangHandshakes(false);
        reconnected(1);
        quote(7);

        feed.awaitState("UP");
    }

    private void connect(FeedTimeouts timeouts) throws InterruptedException {
        start(timeouts);
        reconnected(1);
    }

    private void start(FeedTimeouts timeouts) {
        feed = RunningFeed.of(new BinanceVenue(),
            FeedConfig.of(exchange.url(), OverloadPolicy.CONFLATE).with(timeouts), "BTCUSDT").start();
    }

    private void reconnected(int times) throws InterruptedException {
        expect(() -> exchange.accepted() >= times && exchange.connections() == 1);
    }

    private void quote(long updateId) {
        exchange.sendText(good(updateId));
        feed.awaitUpdateId(updateId);
    }

    private void expect(BooleanSupplier condition) throws InterruptedException {
        assertThat(exchange.await(condition, Duration.ofSeconds(RunningFeed.DEADLINE_S))).isTrue();
    }
}
