package io.ringside.trading.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Origin;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.LossMarked;
import io.ringside.trading.decision.Decision.OrderOutcome;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.OrderRejected;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Outcome;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.Updates;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TradingDeskTest {

    private final CoreRig rig = new CoreRig();

    @Test
    void shouldJournalAnOrderBeforeItIsSent() {
        rig.give(Verb.BUY, "BTCUSDT 0.001");

        assertThat(rig.happened())
            .containsExactly("OrderPlaced", "submit #1 buy 0.00100 BTCUSDT at market", "ReplySent");
    }

    @Test
    void shouldNotSendAnOrderThatCouldNotBeJournaled() {
        rig.fullDisk();

        String answer = rig.give(Verb.BUY, "BTCUSDT 0.001");

        assertThat(answer).isEqualTo("✗ buy 0.00100 BTCUSDT at market not sent: it could not be journaled");
        assertThat(rig.happened()).containsExactly("TradingStateChanged", "ReplySent");
        assertThat(rig.give(Verb.ORDERS, "")).isEqualTo("no open orders");
    }

    @Test
    void shouldJournalACancelBeforeItIsSent() {
        buy();
        rig.happened();

        rig.give(Verb.CANCEL, "1");

        assertThat(rig.happened()).containsExactly("CancelRequested", "cancel #1", "ReplySent");
    }

    @Test
    void shouldJournalAllThatIsKnownOfAnOrder() {
        rig.give(Verb.BUY, "BTCUSDT 0.001 19500 IOC");

        CoreRig.Entry entry = rig.journal().stream().filter(one -> one.decision() instanceof OrderPlaced).findFirst()
            .orElseThrow();
        OrderPlaced placed = (OrderPlaced) entry.decision();
        assertThat(entry.sequence()).isEqualTo(104);
        assertThat(placed).usingRecursiveComparison().ignoringFields("rationale").isEqualTo(new OrderPlaced(1,
            AccountId.PAPER, "rs000000000010000001j",
            new OrderTerms(0, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 100, -5, 1_950_000, -2),
            TradeFixtures.entry(Origin.telegram(11, -22, 33, 1), "user"), rig.nowNs() - CoreRig.TICK_NS, ""));
        assertThat(placed.rationale()).startsWith("decided by user at ").contains("sequence 104\n",
            "quote: bid 19999.00", "max order notional");
    }

    @Test
    void shouldSayWhyTheGateRejects() {
        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.006"))
            .isEqualTo("✗ rejected by max order notional: 120 USDT is above 100 USDT");

        assertThat(rig.happened()).containsExactly("OrderRejected", "ReplySent");
        assertThat(rig.decisions()).contains(new OrderRejected(AccountId.PAPER,
            new OrderTerms(0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 600, -5, 0, -2),
            TradeFixtures.entry(Origin.telegram(11, -22, 33, 1), "user"), 10,
            "✗ rejected by max order notional: 120 USDT is above 100 USDT"));
        assertThat(rig.count("orders rejected by risk")).isEqualTo(1);
        assertThat(rig.books().orders().nextNumber()).isEqualTo(1);
    }

    @Test
    void shouldEndAnOrderThatTheGatewayCannotTake() {
        rig.gateway().take(0);

        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.001"))
            .isEqualTo("✗ #1 buy 0.00100 BTCUSDT at market not sent: the order gateway is busy");

        assertThat(rig.order(1).status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(rig.order(1).reason()).isEqualTo("the order gateway is busy");
        assertThat(rig.books().orders().open()).isEmpty();
        assertThat(rig.books().orders().nextNumber()).isEqualTo(2);
    }

    @Test
    void shouldRecoverThatTheGatewayDidNotTakeAnOrder() throws IOException {
        List<SavedPart> snapshot = rig.snapshot();
        int facts = rig.journal().size();
        rig.gateway().take(0);
        rig.give(Verb.BUY, "BTCUSDT 0.001");

        CoreRig later = CoreRig.recovered(rig, snapshot, rig.journal().subList(facts, rig.journal().size()));

        assertThat(rig.decisions()).contains(new OrderOutcome(1, AccountId.PAPER, "user", Outcome.NOT_PLACED,
            "the order gateway is busy"));
        assertThat(later.order(1).status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(later.order(1).reason()).isEqualTo("the order gateway is busy");
        assertThat(later.order(1).updatedEpochNs()).isEqualTo(rig.order(1).updatedEpochNs());
        assertThat(later.books().orders().open()).isEmpty();
    }

    @Test
    void shouldJournalThatTheGatewayDidNotTakeACancel() {
        buy();
        rig.happened();
        rig.gateway().take(0);

        assertThat(rig.give(Verb.CANCEL, "1")).endsWith("not sent: the order gateway is busy");

        assertThat(rig.happened()).containsExactly("CancelRequested", "CancelRejected", "ReplySent");
        assertThat(rig.order(1).isOpen()).isTrue();
    }

    @Test
    void shouldTellTheGatewayWhichRecordsMustBeDurableFirst() {
        rig.give(Verb.BUY, "BTCUSDT 0.001");
        int placed = positionBehind("OrderPlaced");
        rig.give(Verb.CANCEL, "1");

        assertThat(rig.gateway().journalPositions()).containsExactly((long) placed,
            (long) positionBehind("CancelRequested"));
    }

    @Test
    void shouldCountEachExecutionOnce() {
        buy();
        OrderUpdate first = Updates.trade(rig.order(1), OrderStatus.PARTIALLY_FILLED, 0, 100);

        rig.ack(first);
        rig.ack(first);
        rig.fillRest(1, 100);
        rig.ack(first);

        assertThat(rig.books().portfolio().balance("USDT")).isEqualByComparingTo("9940");
        assertThat(rig.books().portfolio().balance("BTC")).isEqualByComparingTo("0.003");
        assertThat(rig.books().portfolio().fills(9)).hasSize(2);
    }

    @Test
    void shouldCountAnExecutionThatComesAfterTheEnd() {
        buy();

        rig.fillRest(1, 100);
        rig.ack(Updates.trade(rig.order(1), OrderStatus.PARTIALLY_FILLED, 0, 100));

        assertThat(rig.order(1).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(rig.books().portfolio().balance("BTC")).isEqualByComparingTo("0.003");
    }

    @Test
    void shouldValueProfitAndLossBehindAnExecution() {
        rig.hold("0.001");
        rig.pass(TimeUnit.SECONDS.toNanos(2));
        rig.give(Verb.SELL, "BTCUSDT 0.001");

        rig.ack(Updates.trade(rig.order(2), OrderStatus.FILLED, 0, 100, 2_050_000, rig.nowNs()));

        CoreRig.Entry mark = rig.journal().stream().filter(one -> one.decision() instanceof LossMarked)
            .reduce((earlier, later) -> later).orElseThrow();
        assertThat(mark.sequence()).isEqualTo(107);
        assertThat(((LossMarked) mark.decision()).peak()).isEqualTo("0.5");
    }

    @Test
    void shouldTellNobodyOfWhatChangesNothing() {
        buy();
        rig.fill(1);
        rig.replies();

        rig.fill(1);
        rig.state(1, OrderStatus.CANCELED);

        assertThat(rig.replies()).isEmpty();
        assertThat(rig.order(1).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldCountUpdatesOfUnknownOrders() {
        Order unknown = new Order(TradeFixtures.placed(9, TradeFixtures.market(TradeFixtures.BTCUSDT, Side.BUY, 100),
            1), TradeFixtures.BTCUSDT);
        rig.replies();

        rig.ack(Updates.trade(unknown, OrderStatus.FILLED, 0, 100));

        assertThat(rig.count("order updates of unknown orders")).isEqualTo(1);
        assertThat(rig.books().portfolio().balance("USDT")).isEqualByComparingTo("10000");
        assertThat(rig.replies()).isEmpty();
    }

    private int positionBehind(String kind) {
        for (int i = 0; i < rig.journal().size(); i++) {
            Decision decision = rig.journal().get(i).decision();
            if (decision != null && decision.getClass().getSimpleName().equals(kind)) {
                return i + 1;
            }
        }
        throw new AssertionError("no " + kind);
    }

    private void buy() {
        rig.give(Verb.BUY, "BTCUSDT 0.003");
        rig.state(1, OrderStatus.ACCEPTED);
    }
}
