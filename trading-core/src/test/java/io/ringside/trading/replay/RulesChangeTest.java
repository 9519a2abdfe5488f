package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.InstrumentRules;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run in which the venue changes its trading rules while orders rest, positions are held and strategies trade. */
class RulesChangeTest {

    private static final int BTCUSDT = 0;
    private static final int NEWUSDT = 3;

    private final RunRecord run = EngineRun.of(1, Map.of());
    private final Instrument btc = run.instruments().get(BTCUSDT);
    private SplittableRandom random;
    private RandomTrading world;

    @TempDir
    private Path directory;

    @BeforeEach
    void begin() {
        begin(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldGoOnWithTheNewRulesAndDecideTheSameAgain(long seed) throws IOException {
        begin(seed);
        try (JournaledSession session = session(run)) {
            session.run(300);
            for (Instrument changed : List.of(in(-1, 5, -4, 7), in(-3, 1, -7, 1), btc.whileTrading(false), btc,
                in(-2, 10, -2, 1), known(NEWUSDT))) {
                session.handle(rules(changed));
                session.run(200);
                shouldBooksAgree(session);
            }
        }

        assertThat(replayed()).isNull();
    }

    @Test
    void shouldRecoverOpenOrdersInTheirOwnSteps() throws IOException {
        String open;
        try (JournaledSession session = session(run)) {
            session.run(10);
            session.tell(Verb.STRATEGY, "off", session.engine().books().time().epochNs());
            session.handle(world.quote(BTCUSDT));
            session.tell(Verb.BUY, "BTCUSDT 0.00123 59500.01", session.engine().books().time().epochNs());
            session.drain();
            session.handle(rules(in(-1, 5, -3, 1)));
            open = open(session);
            assertThat(open).contains("buy 0.00123 BTCUSDT at 59500.01");
        }

        try (JournaledSession session = session(EngineRun.of(2, Map.of()))) {
            assertThat(open(session)).isEqualTo(open);
            session.run(200);
            shouldBooksAgree(session);
        }
        assertThat(replayed()).isNull();
    }

    @Test
    void shouldSellAllThatIsHeldInTheNewSteps() throws IOException {
        try (JournaledSession session = session(run)) {
            session.run(1);
            session.tell(Verb.STRATEGY, "off", session.engine().books().time().epochNs());
            session.handle(world.quote(BTCUSDT));
            BigDecimal before = session.engine().books().portfolio().balance("BTC");
            session.tell(Verb.BUY, "BTCUSDT 0.003", session.engine().books().time().epochNs());
            session.drain();
            assertThat(session.engine().books().portfolio().balance("BTC")).isGreaterThan(before);

            session.handle(rules(in(-2, 1, -7, 1)));
            session.handle(world.quote(BTCUSDT));
            session.tell(Verb.SELL, "BTCUSDT all", session.engine().books().time().epochNs());
            session.drain();

            assertThat(session.engine().books().portfolio().balance("BTC")).isEqualByComparingTo(before);
        }
    }

    @Test
    void shouldDecideAgainWithOtherFeesThanTheRulesHad() throws IOException {
        try (JournaledSession session = session(run)) {
            session.run(1);
            session.tell(Verb.STRATEGY, "off", session.engine().books().time().epochNs());
            session.handle(rules(in(-2, 1, -6, 1)));
            session.handle(world.quote(BTCUSDT));
            session.tell(Verb.BUY, "BTCUSDT 0.003", session.engine().books().time().epochNs());
            session.drain();
            assertThat(session.engine().books().portfolio().balance("BTC")).isEqualByComparingTo("0.102997");
        }

        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            WhatIf free = new WhatIf(reader, StrategyTypes.builtIn(), Map.of("FEE_TAKER", "0", "FEE_MAKER", "0"));

            assertThat(free.run().engine().books().portfolio().balance("BTC")).isEqualByComparingTo("0.103");
        }
    }

    @Test
    void shouldTradeASymbolWhoseRulesCameLate() throws IOException {
        try (JournaledSession session = session(run)) {
            session.run(10);
            session.tell(Verb.BUY, "NEWUSDT 20", session.engine().books().time().epochNs());
            assertThat(session.texts()).last().asString().contains("its trading rules are not known");

            session.handle(rules(known(NEWUSDT)));
            session.handle(world.quote(NEWUSDT));
            session.tell(Verb.BUY, "NEWUSDT 20", session.engine().books().time().epochNs());
            session.drain();

            assertThat(session.engine().books().portfolio().balance("NEW")).isPositive();
            shouldBooksAgree(session);
        }
        assertThat(replayed()).isNull();
    }

    @Test
    void shouldKnowInTheNextRunWhatTheVenueToldInTheLast() throws IOException {
        try (JournaledSession session = session(run)) {
            session.run(10);
            session.handle(rules(known(NEWUSDT)));
            session.handle(rules(btc.whileTrading(false)));
        }

        try (JournaledSession session = session(EngineRun.of(2, Map.of()))) {
            assertThat(session.engine().books().instruments().get(NEWUSDT)).isEqualTo(known(NEWUSDT));
            assertThat(session.engine().books().instruments().get(BTCUSDT)).isEqualTo(btc);
        }
    }

    private void begin(long seed) {
        random = new SplittableRandom(seed);
        world = new RandomTrading(random);
    }

    private JournaledSession session(RunRecord ofRun) throws IOException {
        return new JournaledSession(directory, ofRun, world, random);
    }

    /** The first difference, null if there is none. */
    private String replayed() throws IOException {
        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            return new Replay(reader, StrategyTypes.builtIn(), new ReplayHash(0, text -> { })).run();
        }
    }

    private static void shouldBooksAgree(JournaledSession session) {
        session.drain();
        session.engine().venue().balances().forEach((asset, balance) ->
            assertThat(session.engine().books().portfolio().balance(asset)).as(asset)
                .isEqualByComparingTo(balance.total()));
    }

    private static String open(JournaledSession session) {
        return session.engine().books().orders().open().stream()
            .map(order -> order.text() + " " + order.filledQty()).toList().toString();
    }

    /** BTCUSDT with other steps of prices and quantities. */
    private Instrument in(int priceExponent, long tick, int qtyExponent, long step) {
        Grid qty = new Grid(qtyExponent, step, step, 100_000_000 * step);
        return btc.with(Filters.of(new Grid(priceExponent, tick, tick, 100_000_000 * tick), qty, qty,
            btc.filters().notional()));
    }

    private Instrument known(int symbolId) {
        Grid grid = new Grid(-2, 1, 1, 100_000_000);
        return new Instrument(symbolId, EngineRun.SYMBOLS.get(symbolId), "NEW", "USDT",
            Filters.of(grid, grid, grid, btc.filters().notional()), 8, 8, btc.fees(), true);
    }

    private static PipelineEvent rules(Instrument instrument) {
        PipelineEvent event = new PipelineEvent();
        InstrumentRules.write(instrument, 0, event.rules());
        return event;
    }
}
