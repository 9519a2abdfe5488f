package io.ringside.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.testing.HandClock;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Instrument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks a venue on 127.0.0.1 as time, which the test turns, goes on. */
class RulesWatchTest {

    private static final long MAX_BODY_BYTES = 1 << 20;

    private final HandClock clock = new HandClock();
    private final List<Instrument> published = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private boolean ringIsFull;
    private ScriptedRest venue;
    private RulesRequest request;

    @BeforeEach
    void open() throws IOException {
        venue = new ScriptedRest();
        request = new RulesRequest(config().httpUrl(), MAX_BODY_BYTES);
    }

    @AfterEach
    void close() {
        request.close();
        venue.close();
    }

    @Test
    void shouldAskUntilTheRulesAreThere() {
        venue.answer(() -> status(503).build());
        RulesWatch watch = begin("BTCUSDT", "ETHUSDT");
        pass(watch, TimeUnit.MINUTES.toMillis(10));
        assertThat(published).isEmpty();
        assertThat(venue.asked()).hasSizeBetween(15, 100);

        venue.answer(null);
        pass(watch, RulesWatch.LAST_RETRY_MS);

        assertThat(published).extracting(Instrument::symbol).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0)).startsWith("no trading rules for BTCUSDT, ETHUSDT: " + venue.host());
        assertThat(alerts.get(1)).isEqualTo("✓ trading rules of BTCUSDT, ETHUSDT have arrived: orders are accepted");
    }

    @Test
    void shouldAskAgainAfterHoursWhenAllIsWell() {
        RulesWatch watch = begin("BTCUSDT");

        pass(watch, RulesWatch.FRESH_MS / 2 - 1);
        assertThat(venue.asked()).hasSize(1);
        pass(watch, RulesWatch.FRESH_MS / 2 + 1);

        assertThat(venue.asked()).hasSize(2);
        assertThat(published).isEmpty();
        assertThat(alerts).isEmpty();
    }

    @Test
    void shouldPublishAChangeOfRulesOnce() {
        RulesWatch watch = begin("BTCUSDT", "ETHUSDT");
        String coarser = ScriptedRest.info(List.of("BTCUSDT", "ETHUSDT")).replaceFirst("0.00001000", "0.00100000");
        venue.answer(() -> ok(coarser));

        pass(watch, 3 * RulesWatch.FRESH_MS);

        assertThat(published).extracting(Instrument::symbol).containsExactly("BTCUSDT");
        assertThat(alerts).isEmpty();
    }

    @Test
    void shouldReportOnceThatASymbolStopsTradingAndOnceThatItTradesAgain() {
        RulesWatch watch = begin("BTCUSDT", "ETHUSDT");
        String halted = ScriptedRest.info(List.of("BTCUSDT", "ETHUSDT")).replaceFirst("TRADING", "HALT");
        venue.answer(() -> ok(halted));
        pass(watch, RulesWatch.FRESH_MS + 2 * RulesWatch.CLOSED_MS);
        assertThat(alerts).containsExactly(
            "the venue takes no orders for BTCUSDT at present; you are told when it does");

        venue.answer(null);
        pass(watch, RulesWatch.CLOSED_MS);

        assertThat(published).extracting(Instrument::trading).containsExactly(false, true);
        assertThat(alerts).hasSize(2).last().isEqualTo("✓ the venue takes orders for BTCUSDT again");
    }

    @Test
    void shouldCloseASymbolThatTheVenueNoLongerKnows() {
        RulesWatch watch = begin("BTCUSDT");
        venue.unknown("BTCUSDT");

        pass(watch, 3 * RulesWatch.FRESH_MS);

        assertThat(published).hasSize(1).allMatch(instrument -> !instrument.trading());
        assertThat(alerts).containsExactly("no trading rules for BTCUSDT: " + venue.host()
            + " does not know it (-1121 Invalid symbol.); orders are rejected. Check SYMBOLS");
    }

    @Test
    void shouldKeepTheRulesWhileTheVenueIsAway() {
        RulesWatch watch = begin("BTCUSDT");
        venue.answer(() -> status(503).build());

        pass(watch, 2 * RulesWatch.FRESH_MS);

        assertThat(published).isEmpty();
        assertThat(alerts).isEmpty();
    }

    @Test
    void shouldWaitAsLongAsTheVenueDemands() {
        venue.answer(() -> status(418).addHeader("Retry-After", "7200").build());
        RulesWatch watch = begin("BTCUSDT");

        pass(watch, 7_199_999);
        assertThat(venue.asked()).hasSize(1);
        pass(watch, 1);

        assertThat(venue.asked()).hasSize(2);
    }

    @Test
    void shouldOfferAChangeAgainWhileTheRingIsFull() {
        venue.answer(() -> status(503).build());
        RulesWatch watch = begin("BTCUSDT");
        venue.answer(null);
        ringIsFull = true;
        pass(watch, 2 * RulesWatch.LAST_RETRY_MS);
        assertThat(alerts).hasSize(1);

        ringIsFull = false;
        pass(watch, RulesWatch.UNPUBLISHED_MS);

        assertThat(published).hasSize(1);
        assertThat(venue.asked()).hasSize(2);
        assertThat(alerts).hasSize(2);
    }

    private RulesConfig config() {
        return new RulesConfig(venue.base(), null, Fees.DEFAULT, 30_000);
    }

    private RulesWatch begin(String... names) {
        KnownRules known = new KnownRules(config(), Symbols.of(names), () -> 0);
        ExchangeInfo.Fetched first = fetch(known);
        RuleNotes notes = new RuleNotes();
        known.begin(first, notes);
        alerts.addAll(notes.lines());
        RulesWatch watch = new RulesWatch(() -> fetch(known), known, this::offer, alerts::add, new Random(7));
        watch.begin(first, clock.nowNs());
        return watch;
    }

    private ExchangeInfo.Fetched fetch(KnownRules known) {
        return new ExchangeInfo(request, 30_000, System::nanoTime).fetch(known.names());
    }

    private boolean offer(Instrument instrument) {
        return !ringIsFull && published.add(instrument);
    }

    /** As the thread would, but at once. */
    private void pass(RulesWatch watch, long ms) {
        long endNs = clock.nowNs() + TimeUnit.MILLISECONDS.toNanos(ms);
        long waitNs = watch.run(clock.nowNs());
        while (clock.nowNs() + waitNs <= endNs) {
            clock.passNs(waitNs);
            waitNs = watch.run(clock.nowNs());
        }
        clock.passNs(endNs - clock.nowNs());
    }

    private static MockResponse ok(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static MockResponse.Builder status(int code) {
        return new MockResponse.Builder().code(code);
    }
}
