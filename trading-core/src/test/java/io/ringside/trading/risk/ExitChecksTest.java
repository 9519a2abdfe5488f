package io.ringside.trading.risk;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHBTC;
import static io.ringside.trading.market.TradeFixtures.limit;
import static io.ringside.trading.market.TradeFixtures.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.FeedStatus;
import io.ringside.trading.decision.Side;
import io.ringside.trading.order.OrderRequest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sales of what was bought: 0.004 BTC, in a book that may lose no more. */
class ExitChecksTest {

    private static final OrderRequest EXIT = market(BTCUSDT, Side.SELL, 400);
    private static final OrderRequest BEYOND = market(BTCUSDT, Side.SELL, 500);

    private final RiskDesk desk = new RiskDesk();

    @BeforeEach
    void hold() {
        desk.trade(BTCUSDT, Side.BUY, "0.004", "20000");
    }

    @Test
    void shouldLetAnExitLeaveBesideTooManyOpenOrders() {
        for (int i = 0; i < 20; i++) {
            desk.open(limit(BTCUSDT, Side.BUY, 100, 1_900_000));
        }

        assertThat(desk.rejection(EXIT)).isNull();
        assertThat(desk.rejection(BEYOND)).isEqualTo("✗ rejected by max open orders: 21 is above 20");
    }

    @Test
    void shouldLetAnExitLeaveAfterTooManyOrdersInAMinute() {
        for (int i = 0; i < 30; i++) {
            desk.gate().onPlaced(desk.time().epochNs());
        }

        assertThat(desk.rejection(EXIT)).isNull();
        assertThat(desk.rejection(BEYOND)).isEqualTo("✗ rejected by max orders per minute: 31 is above 30");
    }

    @Test
    void shouldLetAnExitLeaveAtAnyPrice() {
        assertThat(desk.rejection(limit(BTCUSDT, Side.SELL, 400, 2_500_000))).isNull();
        assertThat(desk.rejection(limit(BTCUSDT, Side.SELL, 500, 2_500_000))).startsWith("✗ rejected by");
    }

    @Test
    void shouldLetAMarketExitBeLargerThanAnOrderMayBe() {
        desk.trade(BTCUSDT, Side.BUY, "0.004", "20000");

        assertThat(desk.rejection(market(BTCUSDT, Side.SELL, 800))).isNull();
        assertThat(desk.rejection(market(BTCUSDT, Side.SELL, 900))).startsWith("✗ rejected by max order notional");
        assertThat(desk.rejection(limit(BTCUSDT, Side.SELL, 800, 2_000_000)))
            .startsWith("✗ rejected by max order notional");
    }

    @Test
    void shouldLetAnExitLeaveWithoutAnyLimitForItsQuoteAsset() {
        RiskDesk strict = new RiskDesk(RiskDesk.limits(Map.of("RISK_MAX_ORDER_NOTIONAL", "1EUR",
            "RISK_MAX_POSITION", "1EUR", "RISK_MAX_DAILY_LOSS", "1EUR", "RISK_MAX_DRAWDOWN", "1EUR")));
        strict.trade(BTCUSDT, Side.BUY, "0.004", "20000");

        assertThat(strict.rejection(EXIT)).isNull();
        assertThat(strict.gate().exits().mostPerSale(BTCUSDT)).isEqualTo(1_000_000);
    }

    @Test
    void shouldNotTakeForAnExitWhatOpenSalesLock() {
        desk.open(limit(BTCUSDT, Side.SELL, 200, 2_010_000));

        assertThat(desk.gate().exits().isExit(market(BTCUSDT, Side.SELL, 200))).isTrue();
        assertThat(desk.gate().exits().isExit(market(BTCUSDT, Side.SELL, 300))).isFalse();
    }

    @Test
    void shouldNotDivideIntoPartsThatTheVenueDoesNotTake() {
        RiskDesk tiny = new RiskDesk(RiskDesk.limits(Map.of("RISK_MAX_ORDER_NOTIONAL", "1USDT")));
        tiny.quote(0, 100_000, 100_100);

        assertThat(tiny.gate().exits().mostPerSale(BTCUSDT)).as("two times 5 USDT at 1,000").isEqualTo(1_000);
    }

    @Test
    void shouldStillKeepAnExitFromAFeedThatIsNotCurrent() {
        desk.feed(0, FeedStatus.STALE);
        assertThat(desk.rejection(EXIT)).startsWith("✗ rejected by feed state");

        desk.feed(0, FeedStatus.UP);
        desk.at(RiskDesk.NOON_NS + TimeUnit.SECONDS.toNanos(6));
        assertThat(desk.rejection(EXIT)).isEqualTo("✗ rejected by max quote age: 6000 ms is above 5000 ms");
    }

    @Test
    void shouldNameTheBalanceThatDoesNotReach() {
        assertThat(desk.rejection(market(BTCUSDT, Side.SELL, 100_000_000)))
            .isEqualTo("✗ rejected by quantity: 1000 is above 10");
        assertThat(desk.line(market(BTCUSDT, Side.SELL, 100_100_000), "free balance").complaint())
            .isEqualTo("holds 1000.004 BTC, asked 1001 BTC");
        assertThat(desk.line(limit(BTCUSDT, Side.BUY, 10_000_000, 2_000_000), "free balance").complaint())
            .isEqualTo("holds 99920 USDT, asked 2000000 USDT");
    }

    @Test
    void shouldTakeOffWhatOpenOrdersLock() {
        desk.open(limit(BTCUSDT, Side.BUY, 400_000, 2_000_000));
        desk.open(market(BTCUSDT, Side.BUY, 50_000));
        desk.open(limit(ETHBTC, Side.BUY, 100_000, 10));

        assertThat(desk.line(limit(BTCUSDT, Side.BUY, 10_000, 2_000_000), "free balance").text())
            .isEqualTo("✓ free balance: 2000 USDT, limit 9920 USDT, headroom 7920 USDT");
        assertThat(desk.line(limit(BTCUSDT, Side.BUY, 50_000, 2_000_000), "free balance").complaint())
            .isEqualTo("holds 99920 USDT, 90000 USDT of it in open orders, asked 10000 USDT");
        assertThat(desk.line(EXIT, "free balance").limit()).as("0.1 for 1 ETH").isEqualTo("999.904 BTC");
    }
}
