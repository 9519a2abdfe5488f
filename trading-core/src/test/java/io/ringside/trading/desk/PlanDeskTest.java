package io.ringside.trading.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.PlanEnded;
import io.ringside.trading.decision.Decision.PlanStarted;
import io.ringside.trading.decision.Intent;
import io.ringside.trading.decision.PlanOutcome;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.order.Updates;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code /closeall} and sales that wait: 0.01 BTC is held, in orders of at most 0.005. */
class PlanDeskTest {

    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final CoreRig rig = new CoreRig();

    @Test
    void shouldSellBesideAsManyOrdersAsMayBeOpen() {
        rig.hold("0.005");
        for (int i = 0; i < 20; i++) {
            rest();
        }

        rig.give(Verb.CLOSEALL, "");
        assertThat(rig.gateway().calls()).hasSize(20).allMatch(call -> call.startsWith("cancel"));

        endAll(2, 21, OrderStatus.CANCELED);
        assertThat(rig.gateway().calls()).containsExactly("submit #22 sell 0.00500 BTCUSDT at market");
    }

    @Test
    void shouldJournalThePlanAndNameItInItsOrders() {
        rig.hold("0.005");

        rig.give(Verb.CLOSEALL, "");
        rig.fill(2);

        assertThat(rig.decisions()).filteredOn(PlanStarted.class::isInstance).hasSize(1);
        assertThat(rig.order(2).placed().cause().parent()).isEqualTo(1);
        assertThat(rig.order(2).placed().cause().intent()).isEqualTo(Intent.EXIT);
        assertThat(ends()).containsExactly(PlanOutcome.DONE);
        assertThat(rig.texts()).endsWith("✓ /closeall (plan 1) is done\nsold 0.005 BTCUSDT at 20000 on average");
    }

    @Test
    void shouldWaitForACurrentQuote() {
        rig.hold("0.005");
        rig.pass(6 * SECOND_NS);

        assertThat(rig.give(Verb.CLOSEALL, "")).contains("sales sent: 0");
        pass(9);
        assertThat(rig.gateway().calls()).isEmpty();

        rig.quote(0, 1_999_900, 2_000_000);
        rig.timer();
        assertThat(rig.gateway().calls()).containsExactly("submit #2 sell 0.00500 BTCUSDT at market");
    }

    @Test
    void shouldSayTheAgeOfAQuoteThatDoesNotBecomeCurrent() {
        rig.hold("0.005");
        rig.pass(6 * SECOND_NS);
        rig.give(Verb.CLOSEALL, "");
        rig.texts();

        pass(10);

        assertThat(ends()).containsExactly(PlanOutcome.LEFT);
        assertThat(rig.texts()).singleElement().asString()
            .startsWith("✗ /closeall (plan 1) has ended: not all is sold\n✗ not sold: 0.005 BTC: max quote age: 160")
            .endsWith("ms is above 5000 ms; repeat it when quotes of "
            + "BTCUSDT come, see /status");
    }

    @Test
    void shouldLetAUsersSaleWaitForAQuote() {
        rig.hold("0.005");
        rig.pass(6 * SECOND_NS);

        assertThat(rig.give(Verb.SELL, "BTCUSDT all"))
            .startsWith("✓ sale of 0.00500 BTCUSDT (plan 1) waits up to 10 s for a current quote: max quote age");
        rig.quote(0, 1_999_900, 2_000_000);
        rig.timer();

        assertThat(rig.gateway().calls()).containsExactly("submit #2 sell 0.00500 BTCUSDT at market");
    }

    @Test
    void shouldEndWithAStop() {
        rig.hold("0.005");
        rest();
        rig.give(Verb.CLOSEALL, "");

        rig.give(Verb.STOP, "");
        rig.timer();

        assertThat(rig.texts()).last().asString()
            .startsWith("✗ /closeall (plan 1) has ended: trading is stopped, /start resumes");
        endAll(2, 2, OrderStatus.CANCELED);

        assertThat(ends()).containsExactly(PlanOutcome.STOPPED);
        assertThat(rig.gateway().calls()).containsExactly("cancel #2");
    }

    @Test
    void shouldNotStartTwice() {
        rig.hold("0.005");
        rig.give(Verb.CLOSEALL, "");

        assertThat(rig.give(Verb.CLOSEALL, "")).isEqualTo("✗ /closeall (plan 1) goes on already; /stop ends it\n"
            + "#2 sell 0.00500 BTCUSDT at market has not ended");
        assertThat(rig.gateway().calls()).hasSize(1);
    }

    @Test
    void shouldTakeNoEntriesUntilAllIsClosed() {
        rig.hold("0.005");
        rig.give(Verb.CLOSEALL, "");

        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.001"))
            .isEqualTo("✗ rejected by paused: no entries until /closeall (plan 1) has ended");
        rig.fill(2);
        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.001")).startsWith("✓");
    }

    @Test
    void shouldReplaceADividedSale() {
        rig.hold("0.005", "0.005");
        rig.give(Verb.SELL, "BTCUSDT all");

        rig.give(Verb.CLOSEALL, "");
        assertThat(rig.gateway().calls()).endsWith("cancel #3", "cancel #4");
        endAll(3, 4, OrderStatus.CANCELED);

        assertThat(rig.gateway().calls()).containsExactly("submit #5 sell 0.00500 BTCUSDT at market",
            "submit #6 sell 0.00500 BTCUSDT at market");
        assertThat(ends()).containsExactly(PlanOutcome.LEFT);
    }

    @Test
    void shouldTryAgainWhatTheVenueRejectsAndThenSayWhy() {
        rig.hold("0.005");
        rig.give(Verb.CLOSEALL, "");
        long last = 2;

        rig.ack(Updates.state(rig.order(last), OrderStatus.REJECTED, "Market is closed.", rig.nowNs()));
        for (int second = 0; second < 10; second++) {
            quoteAfter(1);
            assertThat(rig.gateway().calls()).as("after %d s", second + 1).hasSize(second == 0 ? 2 : 1);
            last++;
            rig.ack(Updates.state(rig.order(last), OrderStatus.REJECTED, "Market is closed.", rig.nowNs()));
        }

        assertThat(ends()).containsExactly(PlanOutcome.LEFT);
        assertThat(rig.texts()).endsWith("✗ /closeall (plan 1) has ended: not all is sold\n"
            + "✗ not sold: 0.005 BTC: #12 sell 0.00500 BTCUSDT at market: Market is closed.");
    }

    @Test
    void shouldNotRepeatASaleThatSomebodyCanceled() {
        rig.hold("0.005");
        rig.give(Verb.CLOSEALL, "");

        rig.give(Verb.CANCEL, "2");
        rig.state(2, OrderStatus.CANCELED);

        assertThat(rig.gateway().calls()).hasSize(2);
        assertThat(rig.texts()).endsWith("✗ /closeall (plan 1) has ended: not all is sold\n"
            + "✗ not sold: 0.005 BTC: its sale was canceled");
    }

    @Test
    void shouldNameDust() {
        rig.hold("0.005");
        rig.quote(0, 60_000, 60_100);

        assertThat(rig.give(Verb.CLOSEALL, ""))
            .isEqualTo("✓ /closeall (plan 1) is done\ndust: 0.005 BTC, less than the venue takes");
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldSellTheFreePartOfWhatACancelDoesNotFree() {
        rig.hold("0.005");
        rig.give(Verb.SELL, "BTCUSDT 0.002 20100");
        rig.state(2, OrderStatus.ACCEPTED);
        rig.give(Verb.CLOSEALL, "");
        rig.gateway().calls();

        for (int second = 0; second < 10; second++) {
            quoteAfter(1);
        }
        assertThat(rig.gateway().calls()).containsExactly("submit #3 sell 0.00300 BTCUSDT at market");

        rig.fill(3);
        rig.state(2, OrderStatus.CANCELED);
        assertThat(rig.gateway().calls()).containsExactly("submit #4 sell 0.00200 BTCUSDT at market");
    }

    @Test
    void shouldGoOnAfterACrashBetweenTwoOrders() throws IOException {
        rig.hold("0.005", "0.005");
        rig.give(Verb.CLOSEALL, "");
        int untilFirst = indexOfOrder(3) + 1;

        CoreRig next = CoreRig.recovered(rig, rig.snapshots().get(0), rig.journal().subList(1, untilFirst));
        next.begin();

        assertThat(next.texts()).contains("⚠ /closeall (plan 1) was interrupted and goes on when quotes are current; "
            + "/stop ends it");
        assertThat(next.gateway().calls()).containsExactly("resolve " + next.order(3).clientOrderId());
        next.timer();
        assertThat(next.gateway().calls()).containsExactly("submit #4 sell 0.00500 BTCUSDT at market");
        assertThat(next.order(4).placed().cause().parent()).isEqualTo(1);

        next.state(3, OrderStatus.REJECTED);
        quoteAfter(next, 1);
        assertThat(next.gateway().calls()).containsExactly("submit #5 sell 0.00500 BTCUSDT at market");
    }

    @Test
    void shouldGoOnWithADividedSaleAfterACrash() throws IOException {
        rig.hold("0.005", "0.005");
        rig.give(Verb.SELL, "BTCUSDT 0.008");
        int untilFirst = indexOfOrder(3) + 1;

        CoreRig next = CoreRig.recovered(rig, rig.snapshots().get(0), rig.journal().subList(1, untilFirst));
        next.begin();
        next.timer();

        assertThat(next.gateway().calls()).contains("submit #4 sell 0.00400 BTCUSDT at market");
    }

    private int indexOfOrder(long number) {
        for (int i = 0; i < rig.journal().size(); i++) {
            if (rig.journal().get(i).decision() instanceof OrderPlaced placed && placed.number() == number) {
                return i;
            }
        }
        throw new AssertionError("no order #" + number);
    }

    private void rest() {
        long number = rig.books().orders().nextNumber();
        rig.give(Verb.BUY, "BTCUSDT 0.001 19500");
        rig.state(number, OrderStatus.ACCEPTED);
        rig.gateway().calls();
    }

    private void endAll(long from, long to, OrderStatus status) {
        for (long number = from; number <= to; number++) {
            rig.state(number, status);
        }
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            rig.pass(SECOND_NS);
            rig.timer();
        }
    }

    private void quoteAfter(int seconds) {
        quoteAfter(rig, seconds);
    }

    private static void quoteAfter(CoreRig rig, int seconds) {
        rig.pass(seconds * SECOND_NS);
        rig.quote(0, 1_999_900, 2_000_000);
        rig.timer();
    }

    private List<PlanOutcome> ends() {
        return rig.decisions().stream().filter(PlanEnded.class::isInstance)
            .map(decision -> ((PlanEnded) decision).outcome()).toList();
    }
}
