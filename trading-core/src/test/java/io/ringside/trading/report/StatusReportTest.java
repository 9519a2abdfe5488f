package io.ringside.trading.report;

import static io.ringside.trading.market.TradeEvents.feedState;
import static io.ringside.trading.market.TradeEvents.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.PlainText;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.market.Quotes;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusReportTest {

    private static final long START_NS = TimeUnit.DAYS.toNanos(20_000);
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long NOW_NS = START_NS + 3_600 * SECOND_NS;

    private final Counters counters = new Counters();
    private final TickLatency latency = new TickLatency(() -> 12_000);
    private final FeedHealth health = new FeedHealth(new int[2], 2, START_NS);

    private Quotes quotes;

    @Test
    void shouldBeginWithTheRunAndItsUptime() {
        assertThat(PlainText.of(report("BTCUSDT").body(NOW_NS, "trading on")))
            .startsWith("Ringside test, up 1 h 0 min\ntrading on\n");
    }

    @Test
    void shouldSayThatTradingIsStopped() {
        assertThat(PlainText.of(report("BTCUSDT").body(NOW_NS, "trading STOPPED")).lines()).contains("trading STOPPED");
    }

    @Test
    void shouldTellStateAgeAndReasonOfEachFeedConnection() {
        StatusReport report = report("BTCUSDT");

        health.onFeedState(feedState(0, FeedStatus.UP, NOW_NS - 185 * SECOND_NS, "quotes flow"), 1);

        assertThat(PlainText.of(report.body(NOW_NS, "trading on"))).containsSubsequence(
            "feed 0 UP for 3 min 5 s (quotes flow), EPOLL\n",
            "feed 1 DOWN for 1 h 0 min (not connected yet), EPOLL\n");
    }

    @Test
    void shouldTellTheQuoteOfEachSymbolWithItsAge() {
        StatusReport report = report("BTCUSDT", "ETHUSDT");

        quotes.onTick(tick(0, 6_842_312, 6_842_313, NOW_NS - SECOND_NS * 2 / 5), 1);

        assertThat(PlainText.of(report.body(NOW_NS, "trading on"))).containsSubsequence(
            "BTCUSDT 68423.12 / 68423.13, 0.4 s old\n",
            "ETHUSDT no quote yet\n");
    }

    @Test
    void shouldShowTheOldestQuotesOfVeryManySymbols() {
        StatusReport report = report(IntStream.range(0, 100).mapToObj(id -> "S" + id + "X").toArray(String[]::new));
        for (int id = 0; id < 99; id++) {
            quotes.onTick(tick(id, 100, 101, NOW_NS - (id + 1) * SECOND_NS), id);
        }

        String text = PlainText.of(report.body(NOW_NS, "trading on"));

        assertThat(text).containsSubsequence("the 20 oldest quotes of 100 symbols:\n",
            "S99X no quote yet\n", "S98X 1.00 / 1.01, 1 min 39 s old\n", "S80X 1.00 / 1.01, 1 min 21 s old\n");
        assertThat(text.lines().filter(line -> line.matches("S\\d+X .*"))).hasSize(20);
        assertThat(text).doesNotContain("S79X");
    }

    @Test
    void shouldTellRateAndNumberOfTicks() {
        StatusReport report = report("BTCUSDT");
        quotes.onTimer(START_NS, 1);
        quotes.onTick(tick(0, 100, 101, START_NS), 2);
        quotes.onTick(tick(0, 100, 101, START_NS), 3);
        quotes.onTimer(START_NS + SECOND_NS, 4);
        quotes.onTick(tick(0, 100, 101, START_NS), 5);

        assertThat(PlainText.of(report.body(NOW_NS, "trading on"))).contains("\nticks 2/s, 3 in all\n");
    }

    @Test
    void shouldTellRingAndLatency() {
        StatusReport report = report("BTCUSDT");

        assertThat(PlainText.of(report.body(NOW_NS, "trading on"))).containsSubsequence(
            "ring 5 of 1024 slots wait, BLOCKING\n", "latencies of one quote in 64:\n",
            "latency socket to handler: none yet\n");

        Tick timed = new PipelineEvent().tick();
        timed.stampDecoded(1);
        latency.onTick(timed, 0);
        assertThat(PlainText.of(report.body(NOW_NS, "trading on")))
            .containsPattern("latency socket to handler: p50 1[12]\\.\\d us, ");
    }

    @Test
    void shouldTellTheCountersThatCountedAnything() {
        StatusReport report = report("BTCUSDT");
        counters.counter("quotes accepted").add(7);
        counters.counter("quotes rejected");
        counters.counter("connections tried").add(1);

        assertThat(PlainText.of(report.body(NOW_NS, "trading on")))
            .endsWith("\ncounters: quotes accepted 7, connections tried 1");
    }

    @Test
    void shouldSaySoWhenNothingWasCountedYet() {
        assertThat(PlainText.of(report("BTCUSDT").body(NOW_NS, "trading on"))).endsWith("\ncounters: all 0");
    }

    private StatusReport report(String... names) {
        Symbols symbols = Symbols.of(names);
        quotes = new Quotes(symbols);
        RunFacts facts = new RunFacts("test", START_NS, 1_024, "BLOCKING", "EPOLL");
        return new StatusReport(facts, symbols, quotes, health, counters, latency, () -> 5);
    }
}
