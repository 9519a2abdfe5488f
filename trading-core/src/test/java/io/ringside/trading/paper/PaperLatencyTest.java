package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.order.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperLatencyTest {

    private static final int LATENCY_MS = 50;

    private final PaperRig rig = new PaperRig(LATENCY_MS, Map.of("USDT", new BigDecimal(100_000)));

    @Test
    void shouldReachTheBookWithTheFirstEventAfterTheLatency() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");

        rig.submit(rig.market(Side.BUY, 10_000));
        rig.timer(LATENCY_MS - 1);
        boolean hasTradedBefore = rig.venue().nextInFlight() != null;
        rig.timer(1);

        assertThat(hasTradedBefore).isFalse();
        assertThat(rig.venue().nextInFlight().epochNs()).isEqualTo(rig.time().epochNs());
    }

    @Test
    void shouldAnswerWithTheFirstEventAfterTheLatencyOfTheWayBack() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");
        rig.submit(rig.market(Side.BUY, 10_000));
        rig.timer(LATENCY_MS);
        long tradedEpochNs = rig.time().epochNs();

        rig.timer(LATENCY_MS - 1);
        int answersBefore = rig.answers().size();
        rig.timer(1);

        assertThat(answersBefore).isZero();
        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE FILLED 0.1@100");
        assertThat(rig.ring().published()).extracting(OrderUpdate::epochNs).containsOnly(tradedEpochNs);
    }

    @Test
    void shouldTellFillsOfARestingOrderAfterTheWayBack() {
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900));
        rig.timer(LATENCY_MS);
        rig.timer(LATENCY_MS);

        rig.quote(PaperRig.BTC, "98", "1", "99", "1");
        List<String> atOnce = rig.answers();
        rig.timer(LATENCY_MS);

        assertThat(atOnce).containsExactly("RS-1 NEW ACCEPTED");
        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE FILLED 0.1@99");
    }

    @Test
    void shouldNotHoldAnswersBackWhenTheWallClockIsSetBack() {
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900));
        rig.timer(LATENCY_MS);

        rig.timer(-500);

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED");
    }

    @Test
    void shouldTradeAgainstTheQuoteWithWhichItArrives() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");

        rig.submit(rig.market(Side.BUY, 10_000));
        rig.time().onEvent(rig.time().epochNs() + LATENCY_MS * PaperRig.MS);
        rig.quote(PaperRig.BTC, "100", "1", "101", "1");
        rig.timer(LATENCY_MS);

        assertThat(rig.answers()).endsWith("RS-1 TRADE FILLED 0.1@101");
    }

    @Test
    void shouldTradeMeanwhileBeforeACancelArrives() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");
        Order order = rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900));
        rig.timer(LATENCY_MS);

        rig.venue().cancel(order.sent(), 0);
        rig.quote(PaperRig.BTC, "98", "1", "99", "1");
        rig.timer(LATENCY_MS);
        rig.timer(LATENCY_MS);

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE FILLED 0.1@99");
    }

    @Test
    void shouldKeepOrdersAndTheirCancelsInOrder() {
        Order order = rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900));

        rig.venue().cancel(order.sent(), 0);
        rig.venue().resolve(order.sent());
        rig.timer(LATENCY_MS);
        rig.timer(LATENCY_MS);

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 CANCELED CANCELED",
            "RS-1 REJECTED REJECTED: the venue does not know this order");
    }

    @Test
    void shouldNotHoldOrdersBackWhenTheWallClockIsSetBack() {
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900));

        rig.timer(-500);

        assertThat(rig.venue().nextInFlight().clientOrderId()).isEqualTo("RS-1");
    }

    @Test
    void shouldRejectWhatExceedsTheRequestsOnTheirWay() {
        for (int i = 0; i < RequestQueue.CAPACITY; i++) {
            rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900));
        }

        boolean taken = rig.venue().submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900).placed(), 0);
        rig.timer(LATENCY_MS);
        rig.timer(LATENCY_MS);

        assertThat(taken).isFalse();
        assertThat(rig.answers()).hasSize(RequestQueue.CAPACITY);
    }
}
