package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.CommandRequest;
import io.ringside.core.command.PlainText;
import io.ringside.core.command.Verb;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.PlanEnded;
import io.ringside.trading.decision.Decision.PlanStarted;
import io.ringside.trading.decision.PlanOutcome;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From whatever state: twenty symbols that share assets, books of the user and of two strategies, orders that rest, all
 * limits exhausted, entries paused. While quotes are current {@code /closeall} leaves nothing but dust, and names it.
 */
class CloseAllPropertyTest {

    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int SYMBOLS = 20;
    private static final int TEN_MINUTES = 6_000;

    private final HandRing ring = new HandRing();
    private final PipelineEvent event = new PipelineEvent();
    private final long[] mids = new long[SYMBOLS];
    private SplittableRandom random;
    private EngineRig rig;
    private long nowEpochNs = EngineRun.START_EPOCH_NS;
    private long updateId;

    @ParameterizedTest
    @CsvSource({"1, 0, 100000", "2, 0, 300", "3, 50, 300", "4, 50, 20", "5, 700, 1000", "6, 700, 8", "7, 0, 8",
        "8, 50, 5", "9, 2000, 300", "10, 0, 40", "11, 50, 1000", "12, 200, 60"})
    void shouldLeaveNothingButDust(long seed, long latencyMs, String maxOrderUsdt) {
        begin(seed, latencyMs, maxOrderUsdt);
        reachSomeState();
        BigDecimal externalBtc = rig.engine().books().portfolio().held(Portfolio.EXTERNAL, "BTC");
        assertThat(rig.engine().books().portfolio().books()).as("books").hasSizeGreaterThan(5);

        assertThat(closeAll()).isEqualTo(PlanOutcome.DONE);

        assertThat(rig.engine().books().orders().open()).isEmpty();
        assertThat(rig.engine().books().portfolio().held(Portfolio.EXTERNAL, "BTC"))
            .isGreaterThanOrEqualTo(externalBtc);
        String answer = PlainText.of(rig.replies().get(rig.replies().size() - 1));
        for (Portfolio.Book book : rig.engine().books().portfolio().books()) {
            shouldBeDust(book);
            assertThat(answer).contains("dust: " + book.qty().stripTrailingZeros().toPlainString() + " "
                + book.asset());
        }
    }

    private void shouldBeDust(Portfolio.Book book) {
        int symbolId = rig.engine().books().portfolio().exitSymbol(book);
        Instrument instrument = rig.engine().books().instruments().get(symbolId);
        BigDecimal step = instrument.marketQty().value(instrument.marketQty().step());
        BigDecimal sellable = book.qty().divideToIntegralValue(step).multiply(step);
        BigDecimal bid = rig.engine().books().touch(Side.SELL, symbolId);

        assertThat(sellable.multiply(bid)).as("%s at %s", book, bid)
            .isLessThan(instrument.filters().notional().min());
    }

    private void begin(long seed, long latencyMs, String maxOrderUsdt) {
        random = new SplittableRandom(seed);
        List<Instrument> instruments = new ArrayList<>();
        for (int id = 0; id < SYMBOLS; id++) {
            instruments.add(instrument(id));
            mids[id] = id == 2 ? 5_000 : 5_000 + random.nextInt(20_000);
        }
        RunRecord run = RunRecord.of(1, instruments, Map.of("PAPER_BALANCES", "1000000USDT,3BTC",
            "PAPER_LATENCY_MS", "" + latencyMs, "RISK_MAX_ORDER_NOTIONAL", maxOrderUsdt + "USDT,1BTC",
            "RISK_MAX_POSITION", "100000USDT,100BTC", "RISK_MAX_OPEN_ORDERS", "60",
            "RISK_MAX_ORDERS_PER_MINUTE", "200", "STRATEGIES", "quick:crossover,slow:crossover",
            "STRATEGY", "on", "STRATEGY_QUICK_PARAMETERS", "fast=2 slow=4 size=" + maxOrderUsdt + " cooldown=1s",
            "STRATEGY_SLOW_PARAMETERS", "fast=3 slow=8 size=7 cooldown=1s"));
        rig = new EngineRig(run, ring);
        event.feedState().set(0, FeedStatus.UP, nowEpochNs, "quotes flow");
        put();
        pass(100);
    }

    /** The first are BTCUSDT, ETHUSDT and ETHBTC, at steps that make dust. */
    private static Instrument instrument(int id) {
        String base = id == 0 ? "BTC" : id <= 2 ? "ETH" : "C" + (char) ('A' + id);
        String quote = id == 2 ? "BTC" : "USDT";
        BigDecimal least = new BigDecimal(id == 2 ? "0.05" : "5");
        long step = id % 3 == 0 ? 1 : 7;
        return new Instrument(id, base + quote, base, quote, Filters.of(new Grid(-2, 1, 1, 100_000_000),
            new Grid(-3, step, step, 1_000_000_000L - 1_000_000_000L % step),
            new Grid(-3, step, step, 900_000L - 900_000L % step), Filters.Notional.atLeast(least, id % 5 != 4)), 8, 8,
            new Fees(new BigDecimal("0.0007"), new BigDecimal("0.001")), true);
    }

    /** Trades at random until some limits are exhausted. */
    private void reachSomeState() {
        for (int i = 0; i < 1_500; i++) {
            quote(random.nextInt(SYMBOLS));
            if (i % 4 == 0) {
                order(random.nextInt(3) > 0 ? Verb.BUY : Verb.SELL);
            }
            pass(random.nextInt(120));
        }
        for (int i = 0; i < 70; i++) {
            order(Verb.BUY);
        }
        if (random.nextBoolean()) {
            tell(Verb.PAUSE, "");
        }
        for (int id = 0; id < SYMBOLS; id++) {
            quote(id);
        }
    }

    /** Returns how it ended; null if it did not in ten minutes. */
    private PlanOutcome closeAll() {
        int at = rig.journal().size();
        tell(Verb.CLOSEALL, "");
        long number = 0;
        for (int turn = 0; turn < TEN_MINUTES; turn++) {
            for (; at < rig.journal().size(); at++) {
                Decision decision = rig.journal().get(at).decision();
                if (decision instanceof PlanStarted started) {
                    number = started.number();
                } else if (decision instanceof PlanEnded ended && ended.number() == number) {
                    return ended.outcome();
                }
            }
            quote(turn % SYMBOLS);
            pass(100);
        }
        return null;
    }

    private void order(Verb verb) {
        int id = random.nextInt(SYMBOLS);
        String symbol = rig.engine().books().instruments().get(id).symbol();
        String qty = verb == Verb.SELL && random.nextInt(4) == 0 ? "all"
            : BigDecimal.valueOf(50 + random.nextInt(400), 3).toPlainString();
        long off = verb == Verb.BUY ? -100 - random.nextInt(50) : 100 + random.nextInt(50);
        tell(verb, symbol + " " + qty
            + (random.nextInt(3) == 0 ? " " + BigDecimal.valueOf(mids[id] + off, 2).toPlainString() : ""));
    }

    private void quote(int id) {
        mids[id] = Math.max(1_000, mids[id] + random.nextInt(41) - 20);
        event.tick().set(id, ++updateId, nowEpochNs, nowEpochNs);
        event.tick().setQuote(-2, -3, mids[id], size(), mids[id] + 1 + random.nextInt(3), size());
        put();
    }

    /** Often less than what is to be sold. */
    private long size() {
        return random.nextInt(3) == 0 ? 1 + random.nextInt(200) : 100_000;
    }

    private void pass(long ms) {
        nowEpochNs += ms * MS;
        event.timer().set(nowEpochNs);
        put();
    }

    private void tell(Verb verb, String arguments) {
        new CommandRequest(Origin.CONSOLE, ++updateId, verb, arguments, nowEpochNs / MS, nowEpochNs)
            .writeTo(event.command());
        put();
    }

    /** And all that comes of it. */
    private void put() {
        ring.put(event);
        while (!ring.isEmpty()) {
            rig.turn(ring.take());
            assertThat(rig.failures()).as("exceptions of handlers").isZero();
        }
    }
}
