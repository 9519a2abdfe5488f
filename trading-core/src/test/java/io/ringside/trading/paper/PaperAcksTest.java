package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.order.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How answers reach the ring, and what happens while they do not. */
class PaperAcksTest {

    private final PaperRig rig = new PaperRig(0,
        Map.of("USDT", new BigDecimal(10_000_000), "BTC", new BigDecimal(1_000)));

    @Test
    void shouldKeepAnswersInOrderWhileTheRingIsFull() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000));
        rig.ring().setRoom(() -> false);
        rig.submit(rig.market(Side.BUY, 10_000));
        rig.ring().setRoom(() -> rig.ring().published().size() < 2);
        rig.venue().retry();
        rig.submit(rig.market(Side.SELL, 10_000));
        boolean waited = rig.venue().hasWaiting();

        rig.ring().setRoom(() -> true);
        rig.venue().retry();

        assertThat(waited).isTrue();
        assertThat(rig.venue().hasWaiting()).isFalse();
        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-2 NEW ACCEPTED",
            "RS-2 TRADE FILLED 0.1@100", "RS-3 NEW ACCEPTED", "RS-3 TRADE FILLED 0.1@99");
    }

    @Test
    void shouldKnowWhichAnswerComesBackNext() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");
        rig.submit(rig.market(Side.BUY, 10_000));

        OrderUpdate first = rig.venue().nextInFlight();
        rig.deliver();
        OrderUpdate second = rig.venue().nextInFlight();
        rig.deliver();

        assertThat(List.of(first, second)).isEqualTo(rig.ring().published());
        assertThat(rig.venue().nextInFlight()).isNull();
    }

    @Test
    void shouldPassOverAnswersThatAreNotItsOwn() {
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000));
        OrderUpdate own = rig.deliver();
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000));

        rig.deliver(own);

        assertThat(rig.venue().nextInFlight().clientOrderId()).isEqualTo("RS-2");
    }

    @Test
    void shouldRejectOrdersBeforeAnyAnswerCouldBeLost() {
        List<Order> taken = fill();
        for (Order order : taken) {
            assertThat(rig.venue().cancel(order.sent(), 0)).isTrue();
        }
        int published = rig.ring().published().size();

        assertThat(published).isEqualTo(2 * taken.size()).isBetween(PendingAcks.CAPACITY - 3, PendingAcks.CAPACITY);
    }

    @Test
    void shouldTakeOrdersAgainWhenAnswersHaveComeBack() {
        fill();

        rig.deliver();
        rig.deliver();
        rig.deliver();

        assertThat(rig.venue().submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000).placed(), 0)).isTrue();
    }

    @Test
    void shouldLetFillsWaitForALaterQuoteWhileNoAnswerCanBePromised() {
        Order partly = rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 1_000_000, 9_000));
        fill();
        while (rig.venue().resolve(partly.sent())) {
            rig.venue().retry();
        }
        int before = rig.answers().size();
        rig.quote(PaperRig.BTC, "79", "1", "80", "1");
        int meanwhile = rig.answers().size();

        rig.deliver();
        rig.quote(PaperRig.BTC, "79", "1", "80", "1");

        assertThat(meanwhile).isEqualTo(before);
        assertThat(rig.answers()).endsWith("RS-1 TRADE PARTIALLY_FILLED 1@90");
    }

    /** Rests orders of which no answer comes back until no more are taken. */
    private List<Order> fill() {
        List<Order> taken = new ArrayList<>();
        Order next = rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000);
        while (rig.venue().submit(next.placed(), 0)) {
            taken.add(next);
            next = rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_000);
        }
        return taken;
    }
}
