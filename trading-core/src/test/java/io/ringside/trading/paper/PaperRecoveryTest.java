package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.order.CoreOrders;
import io.ringside.trading.order.Order;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a venue is after a snapshot, and after a crash. */
class PaperRecoveryTest {

    private static final Map<String, BigDecimal> RECOVERED =
        Map.of("USDT", new BigDecimal(1_000), "BTC", new BigDecimal(2));

    private final PaperRig rig = PaperRig.rich();
    private final PaperRig restarted = PaperRig.rich();

    @Test
    void shouldGoOnFromASnapshotWithWhatTheQuoteStillDisplays() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.15");
        rig.submit(rig.market(Side.BUY, 10_000));

        rig.reload();
        rig.submit(rig.limit(Side.BUY, TimeInForce.IOC, 10_000, 10_000));

        assertThat(rig.answers()).contains("RS-2 TRADE PARTIALLY_FILLED 0.05@100");
        assertThat(rig.ring().published().get(2).exchangeOrderId()).isEqualTo("2");
    }

    @Test
    void shouldWriteASnapshotAgainAsItWasRead() {
        PaperRig slow = new PaperRig(50, RECOVERED);
        slow.quote(PaperRig.BTC, "99", "1", "100", "0.15");
        slow.submit(slow.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000));
        slow.submit(slow.market(Side.BUY, 20_000));
        slow.ring().setRoom(() -> false);
        slow.timer(50);
        slow.submit(slow.limit(Side.SELL, TimeInForce.GTC, 10_000, 20_000));
        byte[] saved = slow.saved();

        slow.reload();

        assertThat(slow.saved()).isEqualTo(saved);
        assertThat(slow.venue().hasWaiting()).isTrue();
    }

    @Test
    void shouldRejectASnapshotThatNoVenueWrote() {
        byte[] saved = rig.saved();
        DataInputStream cut = new DataInputStream(new ByteArrayInputStream(saved, 0, saved.length - 1));

        assertThatThrownBy(() -> rig.venue().load(cut, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldRestAcceptedOrdersAgainWithWhatTheyLock() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.05");
        Order partly = told(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 10_000));
        Order resting = told(rig.limit(Side.SELL, TimeInForce.GTC, 10_000, 12_000));

        restarted.venue().reconcile(RECOVERED, List.of(resting.sent(), partly.sent()));

        assertThat(restarted.balance("USDT")).isEqualTo("995 + 5");
        assertThat(restarted.balance("BTC")).isEqualTo("1.9 + 0.1");
        restarted.quote(PaperRig.BTC, "120", "1", "121", "1");
        restarted.quote(PaperRig.BTC, "89", "1", "90", "1");
        assertThat(restarted.answers()).containsExactly("RS-2 TRADE FILLED 0.1@120", "RS-1 TRADE FILLED 0.05@100");
        assertThat(restarted.balance("USDT")).isEqualTo("1006.988 + 0");
    }

    @Test
    void shouldKeepTheOldPriorityAfterACrash() {
        Order older = told(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000));
        Order younger = told(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000));

        restarted.venue().reconcile(RECOVERED, List.of(younger.sent(), older.sent()));
        restarted.quote(PaperRig.BTC, "80", "1", "81", "0.15");

        assertThat(restarted.answers()).containsExactly("RS-1 TRADE FILLED 0.1@90",
            "RS-2 TRADE PARTIALLY_FILLED 0.05@90");
    }

    @Test
    void shouldForgetOrdersWhoseAcceptanceWasNeverTold() {
        Order untold = rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000));

        restarted.venue().reconcile(RECOVERED, List.of(untold.sent()));
        restarted.venue().resolve(untold.sent());

        assertThat(restarted.answers())
            .containsExactly("RS-1 REJECTED REJECTED: the venue does not know this order");
        assertThat(restarted.balance("USDT")).isEqualTo("1000 + 0");
    }

    @Test
    void shouldLetAPartlyFilledMarketOrderWaitOnAfterACrash() {
        rig.quote(PaperRig.BTC, "99", "0.05", "100", "0.05");
        Order buy = told(rig.market(Side.BUY, 10_000));
        Order sell = told(rig.market(Side.SELL, 10_000));

        restarted.venue().reconcile(RECOVERED, List.of(buy.sent(), sell.sent()));
        restarted.quote(PaperRig.BTC, "109", "1", "110", "1");

        assertThat(restarted.answers()).containsExactly("RS-1 TRADE FILLED 0.05@110", "RS-2 TRADE FILLED 0.05@109");
    }

    @Test
    void shouldExpireAnIocWhoseEndWasLost() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.05");
        Order order = rig.submit(rig.limit(Side.BUY, TimeInForce.IOC, 10_000, 10_000));
        CoreOrders.apply(order, rig.ring().published().get(0));
        restarted.ring().setRoom(() -> false);

        restarted.venue().reconcile(RECOVERED, List.of(order.sent()));
        restarted.ring().setRoom(() -> true);
        restarted.venue().retry();

        assertThat(restarted.answers()).containsExactly("RS-1 EXPIRED EXPIRED: UNFILLED_IOC_QUANTITY_EXPIRED");
    }

    @Test
    void shouldExpireAnOrderWhoseMoneyIsNotThere() {
        Order order = told(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000));

        restarted.venue().reconcile(Map.of("USDT", BigDecimal.ONE), List.of(order.sent()));

        assertThat(restarted.answers()).containsExactly("RS-1 EXPIRED EXPIRED: INSUFFICIENT_BALANCES");
    }

    /** Submits it and tells the core every answer. */
    private Order told(Order order) {
        rig.submit(order);
        for (OrderUpdate update = rig.deliver(); update != null; update = rig.deliver()) {
            CoreOrders.apply(order, update);
        }
        return order;
    }
}
