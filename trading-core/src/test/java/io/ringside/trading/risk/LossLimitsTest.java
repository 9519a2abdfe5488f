package io.ringside.trading.risk;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHUSDT;
import static io.ringside.trading.market.TradeFixtures.bytes;
import static io.ringside.trading.market.TradeFixtures.limit;
import static io.ringside.trading.market.TradeFixtures.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringside.core.event.Origin;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.LossMarked;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.decision.Side;
import io.ringside.trading.order.OrderRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LossLimitsTest {

    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long MIDNIGHT_NS = TimeUnit.DAYS.toNanos(RiskDesk.DAY + 1);
    private static final OrderRequest BUY = limit(BTCUSDT, Side.BUY, 100, 2_000_000);
    private static final OrderRequest SELL = limit(BTCUSDT, Side.SELL, 100, 2_000_000);

    private final RiskDesk desk = new RiskDesk();

    @Test
    void shouldMarkTheFirstValuationAsStartAndPeak() {
        desk.gate().check(BUY, 9);

        assertThat(desk.decisions()).containsExactly(
            new LossMarked(AccountId.PAPER, "USDT", RiskDesk.DAY, "0", "0", 0, Origin.CONSOLE));
    }

    @Test
    void shouldRejectEntriesOnceTheDailyLossIsReached() {
        holdOneBitcoin();
        quote("19950.01");
        assertThat(desk.line(BUY, "daily loss").headroom()).isEqualTo("0.01 USDT");

        quote("19950");

        assertThat(desk.line(BUY, "daily loss").complaint()).isEqualTo("50 USDT is not below 50 USDT");
        assertThat(desk.line(SELL, "daily loss").value()).isEqualTo("entries only");
    }

    @Test
    void shouldRejectEntriesWithTheWholeText() {
        desk.gate().check(BUY, 9);
        desk.trade(BTCUSDT, Side.BUY, "1", "20000");
        desk.trade(BTCUSDT, Side.SELL, "1", "19937.5");

        assertThat(desk.rejection(BUY)).isEqualTo("✗ rejected by daily loss: 62.5 USDT is not below 50 USDT");
        assertThat(desk.rejection(SELL)).isNull();
    }

    @Test
    void shouldCountTheDailyLossFromTheFirstValuationOfTheDay() {
        holdOneBitcoin();
        quote("19960");
        desk.at(MIDNIGHT_NS - 1);
        assertThat(desk.losses().dailyLoss("USDT")).isEqualByComparingTo("40");

        desk.at(MIDNIGHT_NS);
        desk.losses().onTimer(desk.time().epochNs(), 50);

        assertThat(desk.losses().dailyLoss("USDT")).isZero();
        assertThat(desk.losses().drawdown("USDT")).isEqualByComparingTo("40");
        assertThat(desk.decisions()).last()
            .isEqualTo(new LossMarked(AccountId.PAPER, "USDT", RiskDesk.DAY + 1, "-40", "0", 0, Origin.CONSOLE));
    }

    @Test
    void shouldNotBeginTheDayAgainWhenTheClockIsSetBackOverMidnight() {
        holdOneBitcoin();
        desk.at(MIDNIGHT_NS);
        desk.losses().onTimer(desk.time().epochNs(), 50);
        quote("19960");

        desk.at(MIDNIGHT_NS - SECOND_NS);
        desk.losses().onTimer(desk.time().epochNs(), 51);
        desk.at(MIDNIGHT_NS + SECOND_NS);
        desk.losses().onTimer(desk.time().epochNs(), 52);

        assertThat(desk.losses().dailyLoss("USDT")).isEqualByComparingTo("40");
    }

    @Test
    void shouldResetWhenTheClockWasDaysAhead() {
        holdOneBitcoin();
        desk.at(MIDNIGHT_NS + TimeUnit.DAYS.toNanos(400));
        desk.losses().onTimer(desk.time().epochNs(), 50);
        desk.at(RiskDesk.NOON_NS);
        quote("19960");
        desk.losses().onTimer(desk.time().epochNs(), 51);

        assertThat(desk.decisions()).last()
            .isEqualTo(new LossMarked(AccountId.PAPER, "USDT", RiskDesk.DAY, "-40", "0", 0, Origin.CONSOLE));
    }

    @Test
    void shouldRejectEntriesOnceTheDrawdownIsReached() {
        holdOneBitcoin();
        desk.at(RiskDesk.NOON_NS + SECOND_NS);
        quote("20060");
        desk.losses().onTimer(desk.time().epochNs(), 50);
        desk.at(MIDNIGHT_NS);
        quote("19960.01");
        desk.losses().onTimer(desk.time().epochNs(), 51);
        assertThat(desk.line(BUY, "drawdown").value()).isEqualTo("99.99 USDT");

        quote("19960");

        assertThat(desk.line(BUY, "drawdown").complaint()).isEqualTo("100 USDT is not below 100 USDT");
        assertThat(desk.line(BUY, "daily loss").passed()).isTrue();
        assertThat(desk.line(SELL, "drawdown").passed()).isTrue();
    }

    @Test
    void shouldRecordPeaksAtMostOnceASecondAndTheLastOneLater() {
        holdOneBitcoin();
        int before = desk.decisions().size();
        desk.at(RiskDesk.NOON_NS + SECOND_NS);
        for (int i = 1; i <= 10; i++) {
            quote(Integer.toString(20_000 + i));
            desk.losses().value("USDT", i);
        }
        desk.trade(BTCUSDT, Side.SELL, "1", "20030");
        assertThat(desk.decisions()).hasSize(before + 1);
        desk.losses().onTimer(desk.time().epochNs(), 60);

        desk.at(RiskDesk.NOON_NS + 2 * SECOND_NS);
        desk.losses().onTimer(desk.time().epochNs(), 70);

        assertThat(desk.decisions()).hasSize(before + 2).last()
            .isEqualTo(new LossMarked(AccountId.PAPER, "USDT", RiskDesk.DAY, "0", "30", 0, Origin.CONSOLE));
    }

    @Test
    void shouldValueOnceASecondOnTheTimer() {
        holdOneBitcoin();
        desk.at(RiskDesk.NOON_NS + SECOND_NS);
        desk.losses().onTimer(desk.time().epochNs(), 50);
        quote("20060");
        int before = desk.decisions().size();

        desk.at(RiskDesk.NOON_NS + 2 * SECOND_NS - 1);
        desk.losses().onTimer(desk.time().epochNs(), 51);
        assertThat(desk.decisions()).hasSize(before);
        desk.at(RiskDesk.NOON_NS + 2 * SECOND_NS);
        desk.losses().onTimer(desk.time().epochNs(), 52);

        assertThat(desk.decisions()).hasSize(before + 1);
    }

    @Test
    void shouldNotTakeALossThatIsNotSeenYetForAPeak() throws IOException {
        desk.gate().check(BUY, 9);
        desk.quote(1, 200_000, 200_000);
        desk.trade(ETHUSDT, Side.BUY, "1", "2000");
        desk.quote(1, 192_000, 192_000);
        desk.trade(BTCUSDT, Side.BUY, "1", "20000");
        desk.trade(BTCUSDT, Side.SELL, "1", "20100");
        RiskDesk next = restartedDesk();

        assertThat(next.line(BUY, "daily loss").complaint())
            .isEqualTo("not known while ETHUSDT is held and has no quote");
        assertThat(next.decisions()).isEmpty();

        next.quote(1, 192_000, 192_000);

        assertThat(next.line(BUY, "daily loss").passed()).isTrue();
        assertThat(next.losses().drawdown("USDT")).isEqualTo(desk.losses().drawdown("USDT"));
    }

    @Test
    void shouldNotWaitForTheQuoteOfDust() {
        desk.gate().check(BUY, 9);
        desk.trade(ETHUSDT, Side.BUY, "0.0009", "2000");

        assertThat(desk.rejection(limit(BTCUSDT, Side.BUY, 300, 2_000_000))).isNull();
    }

    @Test
    void shouldComeBackFromASnapshotAsItWas() throws IOException {
        holdOneBitcoin();
        quote("20010");
        desk.losses().value("USDT", 50);

        RiskDesk next = restartedDesk();
        next.quote(0, 2_001_000, 2_001_000);

        assertThat(bytes(next.losses())).isEqualTo(bytes(desk.losses()));
        assertThat(next.gate().check(BUY, 9)).isEqualTo(desk.gate().check(BUY, 9));
    }

    @Test
    void shouldComeBackFromItsRecords() {
        holdOneBitcoin();
        desk.at(RiskDesk.NOON_NS + SECOND_NS);
        quote("20010");
        desk.losses().value("USDT", 50);

        LossLimits back = new LossLimits(AccountId.PAPER, desk.portfolio(), desk.quotes(), desk.time(),
            DecisionLog.NONE);
        desk.decisions().forEach(decision -> back.restore((LossMarked) decision));
        quote("19990");

        assertThat(back.dailyLoss("USDT")).isEqualByComparingTo("10");
        assertThat(back.drawdown("USDT")).isEqualByComparingTo("20");
    }

    @Test
    void shouldAllocateNothingOnTimersWhileNothingIsHeld() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        holdOneBitcoin();
        desk.trade(BTCUSDT, Side.SELL, "1", "20000");
        long thread = Thread.currentThread().getId();
        turnTimers();

        long before = threads.getThreadAllocatedBytes(thread);
        turnTimers();

        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(10_000);
    }

    private void turnTimers() {
        for (int i = 0; i < 10_000; i++) {
            desk.at(desk.time().epochNs() + SECOND_NS);
            desk.losses().onTimer(desk.time().epochNs(), i);
        }
    }

    /** Net profit is 0 at 20,000, which is start and peak. */
    private void holdOneBitcoin() {
        desk.gate().check(BUY, 9);
        quote("20000");
        desk.trade(BTCUSDT, Side.BUY, "1", "20000");
    }

    private void quote(String price) {
        long hundredths = new BigDecimal(price).movePointRight(2).longValueExact();
        desk.quote(0, hundredths, hundredths);
    }

    private RiskDesk restartedDesk() throws IOException {
        RiskDesk next = new RiskDesk();
        restarted(desk.time(), next.time());
        restarted(desk.portfolio(), next.portfolio());
        restarted(desk.losses(), next.losses());
        restarted(desk.gate(), next.gate());
        return next;
    }
}
