package io.ringside.binance.feed;

import static io.ringside.binance.feed.BookTickers.combined;
import static io.ringside.binance.feed.BookTickers.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.feed.FeedConfig;
import io.ringside.feed.RunningFeed;
import io.ringside.feed.session.FeedTimeouts;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.sim.SimulatedExchange;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.testing.LeakCheck;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(30)
@ExtendWith(LeakCheck.class)
class FeedRenewalTest {

    private final SimulatedExchange exchange =
        new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), new NoQuotes());
    private RunningFeed feed;

    @BeforeEach
    void start() {
        exchange.start();
    }

    @AfterEach
    void close() {
        feed.close();
        exchange.close();
    }

    @Test
    void shouldRenewWithoutAGapWhenTheVenueAnnouncesItsShutdown() throws InterruptedException {
        start(OverloadPolicy.CONFLATE, 1024, Symbols.of("BTCUSDT"));
        quote(1);

        exchange.announceShutdown();
        expect(() -> exchange.connections() == 2);
        quote(2);
        expect(() -> exchange.connections() == 1);
        quote(3);

        assertThat(feed.updateIds()).containsExactly(1L, 2L, 3L);
        assertThat(feed.states()).containsExactly("UP quotes flow");
        assertThat(feed.count("connections lost")).isZero();
        assertThat(exchange.closes()).containsExactly("1000");
    }

    @Test
    void shouldRenewAnOldConnection() throws InterruptedException {
        feed = new RunningFeed(new BinanceVenue(), config(OverloadPolicy.CONFLATE)
            .with(new FeedTimeouts(5_000, 60_000, 60_000, 60_000, 60_000, 60_000, 600)), Symbols.of("BTCUSDT"), 1024,
            null).start();
        expect(() -> exchange.connections() == 1);
        quote(1);

        expect(() -> exchange.connections() == 2);
        quote(2);
        expect(() -> exchange.connections() == 1);

        assertThat(feed.states()).containsExactly("UP quotes flow");
    }

    @Test
    void shouldSubscribeToAThousandSymbolsAndKeepTheOldSessionUntilAllAreConfirmed() throws InterruptedException {
        Symbols symbols = Symbols.of(IntStream.range(0, 1_000).mapToObj(i -> "COIN" + i + "USDT").toList());
        int requests = BinanceStreams.of(symbols, config(OverloadPolicy.CONFLATE).url()).get(0).answers();
        start(OverloadPolicy.CONFLATE, 1024, symbols);
        expect(() -> exchange.subscribers("coin999usdt@bookTicker") == 1);
        exchange.sendText(combined("COIN0USDT", 1, "1", "1", "2", "1"));
        feed.awaitUpdateId(1);

        exchange.announceShutdown();
        expect(() -> exchange.subscribers("coin0usdt@bookTicker") == 2);
        exchange.sendText(combined("COIN0USDT", 2, "1", "1", "2", "1"));
        feed.awaitUpdateId(2);
        exchange.sendPing(new byte[0]);
        boolean bothLive = exchange.connections() == 2 && exchange.subscribers("coin999usdt@bookTicker") == 1;
        expect(() -> exchange.subscribers("coin999usdt@bookTicker") == 2);
        feed.await("all answers", () -> feed.count("control answers") == 2L * requests);
        exchange.sendText(combined("COIN0USDT", 3, "1", "1", "2", "1"));
        expect(() -> exchange.connections() == 1);

        assertThat(bothLive).isTrue();
        assertThat(requests).isGreaterThan(4);
        assertThat(feed.states()).containsExactly("UP quotes flow");
    }

    @Test
    void shouldLoseNothingUnderBackPressureWhileTheConsumerStands() throws InterruptedException {
        start(OverloadPolicy.BACKPRESSURE, 4, Symbols.of("BTCUSDT"));
        feed.block();

        LongStream.rangeClosed(1, 2_000).forEach(id -> exchange.sendText(good(id)));
        feed.unblock();
        feed.awaitUpdateId(2_000);

        assertThat(feed.updateIds()).containsExactlyElementsOf(LongStream.rangeClosed(1, 2_000).boxed().toList());
        assertThat(feed.count("quotes conflated")).isZero();
        assertThat(exchange.accepted()).isEqualTo(1);
    }

    @Test
    void shouldDeliverTheNewestWhenConflatingWhileTheConsumerStands() throws InterruptedException {
        start(OverloadPolicy.CONFLATE, 4, Symbols.of("BTCUSDT"));
        feed.block();

        LongStream.rangeClosed(1, 200).forEach(id -> exchange.sendText(good(id)));
        feed.await("all quotes read", () -> feed.count("quotes accepted") == 200);
        feed.unblock();
        feed.awaitUpdateId(200);

        assertThat(feed.updateIds().size() + feed.count("quotes conflated")).isEqualTo(200);
        assertThat(feed.updateIds()).isSorted();
    }

    private FeedConfig config(OverloadPolicy policy) {
        return FeedConfig.of(exchange.url(), policy);
    }

    private void start(OverloadPolicy policy, int slots, Symbols symbols) throws InterruptedException {
        feed = new RunningFeed(new BinanceVenue(), config(policy), symbols, slots, null).start();
        expect(() -> exchange.connections() == 1);
    }

    private void quote(long updateId) {
        exchange.sendText(good(updateId));
        feed.awaitUpdateId(updateId);
    }

    private void expect(BooleanSupplier condition) throws InterruptedException {
        assertThat(exchange.await(condition, Duration.ofSeconds(RunningFeed.DEADLINE_S))).isTrue();
    }
}
