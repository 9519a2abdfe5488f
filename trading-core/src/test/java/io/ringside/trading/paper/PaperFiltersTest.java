package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Filters.PercentPrice;
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

    @ParameterizedTest
    @CsvSource({"BUY, 9000, 11000", "SELL, 7920, 11880"})
    void shouldHoldLimitPricesToTheBandOfTheirSide(Side side, long least, long most) {
        PaperRig banded = rig(PaperRig.BTCUSDT.filters().with(new PercentPrice(new BigDecimal("0.9"),
            new BigDecimal("1.1"), new BigDecimal("0.8"), new BigDecimal("1.2"))));
        banded.quote(PaperRig.BTC, "99", "1", "100", "1");

        submit(banded, side, 10_000, least - 1);
        submit(banded, side, 10_000, most + 1);
        submit(banded, side, 10_000, least);
        submit(banded, side, 10_000, most);

        assertThat(banded.answers()).startsWith("RS-1 REJECTED REJECTED: Filter failure: PERCENT_PRICE_BY_SIDE",
            "RS-2 REJECTED REJECTED: Filter failure: PERCENT_PRICE_BY_SIDE", "RS-3 NEW ACCEPTED")
            .contains("RS-4 NEW ACCEPTED");
    }

    @Test
    void shouldTakeLimitOrdersWithoutAQuoteThatCouldStandInForTheReferencePrice() {
        PaperRig banded = rig(PaperRig.BTCUSDT.filters().with(new PercentPrice(BigDecimal.ONE, BigDecimal.ONE,
            BigDecimal.ONE, BigDecimal.ONE)));

        submit(banded, Side.BUY, 10_000, 5_000);

        assertThat(banded.answers()).containsExactly("RS-1 NEW ACCEPTED");
    }

    @Test
    void shouldRejectBuysBeyondTheLargestPosition() {
        PaperRig limited = rig(PaperRig.BTCUSDT.filters().withLimits(new BigDecimal("10.3"), 0));
        limited.quote(PaperRig.BTC, "99", "1", "100", "1");

        submit(limited, Side.SELL, 10_000, 20_000);
        submit(limited, Side.BUY, 20_000, 5_000);
        submit(limited, Side.BUY, 10_010, 5_000);
        submit(limited, Side.BUY, 10_000, 10_000);

        assertThat(limited.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-2 NEW ACCEPTED",
            "RS-3 REJECTED REJECTED: Filter failure: MAX_POSITION", "RS-4 NEW ACCEPTED",
            "RS-4 TRADE FILLED 0.1@100");
    }

    @Test
    void shouldRejectLimitOrdersBeyondTheMostOpenOnes() {
        PaperRig limited = rig(PaperRig.BTCUSDT.filters().withLimits(BigDecimal.ZERO, 2));
        limited.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        limited.submit(limited.market(Side.BUY, 20_000));
        submit(limited, Side.BUY, 10_000, 5_000);
        submit(limited, Side.SELL, 10_000, 20_000);
        submit(limited, Side.SELL, 10_000, 20_000);
        limited.submit(limited.market(Side.SELL, 10_000));

        assertThat(limited.answers()).contains("RS-3 NEW ACCEPTED",
            "RS-4 REJECTED REJECTED: Filter failure: MAX_NUM_ORDERS", "RS-5 TRADE FILLED 0.1@99");
    }

    @ParameterizedTest
    @CsvSource({"true, RS-2 REJECTED REJECTED: Filter failure: NOTIONAL", "false, RS-2 TRADE FILLED 0.2@100"})
    void shouldHoldMarketOrdersToTheLargestNotionalWhereItIsTheirs(boolean onMarket, String answer) {
        PaperRig bounded = rig(PaperRig.BTCUSDT.filters()
            .with(new Notional(new BigDecimal("5"), true, BigDecimal.TEN, onMarket)));
        bounded.quote(PaperRig.BTC, "99", "1", "100", "1");

        submit(bounded, Side.BUY, 10_010, 10_000);
        bounded.submit(bounded.market(Side.BUY, 20_000));

        assertThat(bounded.answers()).startsWith("RS-1 REJECTED REJECTED: Filter failure: NOTIONAL").endsWith(answer);
    }

    private static PaperRig rig(Filters filters) {
        return new PaperRig(0, Map.of("USDT", new BigDecimal(10_000), "BTC", BigDecimal.TEN),
            PaperRig.BTCUSDT.with(filters));
    }

    private static void submit(PaperRig venue, Side side, long qty, long price) {
        venue.submit(venue.limit(side, TimeInForce.GTC, qty, price));
    }
}
