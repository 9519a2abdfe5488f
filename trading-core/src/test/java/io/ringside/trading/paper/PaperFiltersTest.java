package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.order.Order;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the venue itself rejects, as it would reject an order that no risk gate has seen. */
class PaperFiltersTest {

    private final PaperRig rig = PaperRig.rich();

    @ParameterizedTest
    @CsvSource({"10000, 99, PRICE_FILTER", "10000, 100000001, PRICE_FILTER", "10000, 0, PRICE_FILTER",
        "15, 10000, LOT_SIZE", "0, 10000, LOT_SIZE", "-10, 10000, LOT_SIZE", "9000010, 10000, LOT_SIZE",
        "4990, 10000, NOTIONAL"})
    void shouldRejectALimitOrderOffTheGrids(long qty, long price, String filter) {
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, qty, price));

        assertThat(rig.answers()).containsExactly("RS-1 REJECTED REJECTED: Filter failure: " + filter);
    }

    @ParameterizedTest
    @CsvSource({"15, LOT_SIZE", "1000010, MARKET_LOT_SIZE", "4990, NOTIONAL"})
    void shouldRejectAMarketOrderOffTheGrids(long qty, String filter) {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");

        rig.submit(rig.market(Side.BUY, qty));

        assertThat(rig.answers()).containsExactly("RS-1 REJECTED REJECTED: Filter failure: " + filter);
    }

    @Test
    void shouldTakeTheLeastNotionalExactly() {
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 5_000, 10_000));

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED");
    }

    @Test
    void shouldRejectAMarketOrderWithoutAQuote() {
        rig.submit(rig.market(Side.BUY, 10_000));

        assertThat(rig.answers()).containsExactly("RS-1 REJECTED REJECTED: No quote to trade against.");
    }

    @Test
    void shouldRejectAMarketOrderWhenItsSideOfTheBookIsEmpty() {
        rig.quote(PaperRig.BTC, "99", "1", "0", "0");

        rig.submit(rig.market(Side.BUY, 10_000));
        rig.submit(rig.market(Side.SELL, 10_000));

        assertThat(rig.answers()).containsExactly("RS-1 REJECTED REJECTED: No quote to trade against.",
            "RS-2 NEW ACCEPTED", "RS-2 TRADE FILLED 0.1@99");
    }

    @Test
    void shouldRejectOrdersWhileTheMarketIsClosed() {
        PaperRig closed = new PaperRig(0, Map.of("USDT", BigDecimal.TEN),
            PaperRig.instrument(PaperRig.BTC, "BTCUSDT", "BTC", false));
        Order order = closed.order(PaperRig.instrument(PaperRig.BTC, "BTCUSDT", "BTC", false), Side.BUY,
            OrderType.LIMIT, TimeInForce.GTC, 10_000, 10_000);

        closed.submit(order);

        assertThat(closed.answers()).containsExactly("RS-1 REJECTED REJECTED: Market is closed.");
    }

    @Test
    void shouldRejectASecondOpenOrderOfTheSameId() {
        Order order = rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 10_000));

        rig.submit(order);

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED",
            "RS-1 REJECTED REJECTED: Duplicate order sent.");
        assertThat(rig.balance("USDT")).isEqualTo("9990 + 10");
    }
}
