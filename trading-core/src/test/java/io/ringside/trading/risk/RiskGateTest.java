package io.ringside.trading.risk;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHBTC;
import static io.ringside.trading.market.TradeFixtures.limit;
import static io.ringside.trading.market.TradeFixtures.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.FeedStatus;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.OrderRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskGateTest {

    /** 0.003 BTC at 20,000 is 60 USDT. */
    private static final OrderRequest BUY = limit(BTCUSDT, Side.BUY, 300, 2_000_000);
    private static final OrderRequest SELL = limit(BTCUSDT, Side.SELL, 300, 2_000_000);

    private final RiskDesk desk = new RiskDesk();

    @Test
    void shouldLetAnOrderWithinAllLimitsPass() {
        RiskVerdict verdict = desk.gate().check(BUY, 9);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.rejection()).isNull();
    }

    @Test
    void shouldTellEachRuleWithLimitAndMargin() {
        assertThat(desk.gate().check(BUY, 9).text()).isEqualTo("""
            ✓ trading halted: no
            ✓ paused: no
            ✓ symbol trading: yes
            ✓ feed state: UP, limit UP
            ✓ max quote age: 0 ms, limit 5000 ms, headroom 5000 ms
            ✓ quantity: 0.003, limit 0.001 to 100 in steps of 0.001
            ✓ price: 20000, limit 0.01 to 1000000 in steps of 0.01
            ✓ min notional: 60 USDT, limit 5 USDT, headroom 55 USDT
            ✓ free balance: 60 USDT, limit 100000 USDT, headroom 99940 USDT
            ✓ max order notional: 60 USDT, limit 100 USDT, headroom 40 USDT
            ✓ max position: 60 USDT, limit 500 USDT, headroom 440 USDT
            ✓ own book: nothing of it is held by others
            ✓ max open orders: 1, limit 20, headroom 19
            ✓ max orders per minute: 1, limit 30, headroom 29
            ✓ price band: 0 bps, limit 500 bps, headroom 500 bps
            ✓ daily loss: 0 USDT, limit 50 USDT, headroom 50 USDT
            ✓ drawdown: 0 USDT, limit 100 USDT, headroom 100 USDT""");
    }

    @Test
    void shouldGoOnWithTheRulesBehindTheFirstThatRejects() {
        desk.tradingState().halt(77);

        RiskVerdict verdict = desk.gate().check(limit(BTCUSDT, Side.BUY, 600, 2_000_000), 9);

        assertThat(verdict.rejection()).startsWith("✗ rejected by trading halted: ");
        assertThat(verdict.text()).contains(
            "✗ max order notional: 120 USDT is above 100 USDT, headroom -20 USDT\n✓ max position: 120 USDT");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRejectEverySideWhileHalted(Side side) {
        desk.tradingState().halt(77);

        assertThat(desk.rejection(limit(BTCUSDT, side, 300, 2_000_000)))
            .isEqualTo("✗ rejected by trading halted: no order leaves after sequence 77, /start resumes");
    }

    @Test
    void shouldRejectEntriesOnlyWhilePaused() {
        desk.tradingState().pause(77);

        assertThat(desk.rejection(BUY)).isEqualTo("✗ rejected by paused: no entries, only sales, until /start");
        assertThat(desk.rejection(SELL)).isNull();
    }

    @Test
    void shouldRejectASymbolThatDoesNotTrade() {
        Instrument broken = BTCUSDT.whileTrading(false);

        assertThat(desk.rejection(limit(broken, Side.BUY, 300, 2_000_000)))
            .isEqualTo("✗ rejected by symbol trading: the venue takes no orders for BTCUSDT now");
    }

    @ParameterizedTest
    @EnumSource(value = FeedStatus.class, names = "UP", mode = EnumSource.Mode.EXCLUDE)
    void shouldRejectWhileTheFeedOfTheSymbolIsNotUp(FeedStatus status) {
        desk.feed(0, status);

        assertThat(desk.rejection(SELL)).isEqualTo(
            "✗ rejected by feed state: feed 0 of BTCUSDT is " + status + " (no data for 5 s), it must be UP");
    }

    @Test
    void shouldNotMindAnotherFeed() {
        desk.feed(1, FeedStatus.DOWN);

        assertThat(desk.rejection(BUY)).isNull();
    }

    @Test
    void shouldRejectWithoutAQuote() {
        OrderRequest unquoted = market(TradeFixtures.ETHUSDT, Side.BUY, 300);

        assertThat(desk.rejection(unquoted))
            .isEqualTo("✗ rejected by max quote age: no quote of ETHUSDT has come in this run");
        assertThat(desk.line(unquoted, "max order notional").value()).isEqualTo("not known without a quote");
    }

    @Test
    void shouldRejectABuyWhenNobodyAsks() {
        desk.quote(0, 1_999_900, 0);

        assertThat(desk.rejection(BUY))
            .isEqualTo("✗ rejected by max quote age: no ask for BTCUSDT in its newest quote");
        assertThat(desk.rejection(SELL)).isNull();
    }

    @Test
    void shouldTakeAQuoteOfExactlyTheOldestAge() {
        desk.at(RiskDesk.NOON_NS + TimeUnit.MILLISECONDS.toNanos(5_000));

        assertThat(desk.rejection(BUY)).isNull();
    }

    @Test
    void shouldRejectAQuoteThatIsOlderByANanosecond() {
        desk.at(RiskDesk.NOON_NS + TimeUnit.MILLISECONDS.toNanos(5_000) + 1);

        assertThat(desk.rejection(SELL)).isEqualTo("✗ rejected by max quote age: 5001 ms is above 5000 ms");
    }

    @Test
    void shouldTakeAQuoteFromTheFutureAsNew() {
        desk.at(RiskDesk.NOON_NS - TimeUnit.HOURS.toNanos(1));

        assertThat(desk.line(BUY, "max quote age").value()).isEqualTo("0 ms");
    }

    @ParameterizedTest
    @CsvSource({
        "350, quantity: 0.0035 is not a multiple of 0.001", "0, quantity: 0 is below 0.001",
        "-100, quantity: -0.001 is below 0.001", "10_000_100, quantity: 100.001 is above 100"})
    void shouldRejectQuantitiesOffTheGrid(String qty, String complaint) {
        assertThat(desk.rejection(limit(BTCUSDT, Side.SELL, Long.parseLong(qty.replace("_", "")), 2_000_000)))
            .isEqualTo("✗ rejected by " + complaint);
    }

    @Test
    void shouldMeasureMarketOrdersByTheirOwnGrid() {
        assertThat(desk.rejection(market(BTCUSDT, Side.SELL, 1_000_100)))
            .isEqualTo("✗ rejected by quantity: 10.001 is above 10");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 is below 0.01", "100_000_001, 1000000.01 is above 1000000"})
    void shouldRejectPricesOutOfBounds(String price, String complaint) {
        assertThat(desk.rejection(limit(BTCUSDT, Side.SELL, 300, Long.parseLong(price.replace("_", "")))))
            .isEqualTo("✗ rejected by price: " + complaint);
    }

    @Test
    void shouldRejectDustAndTakeTheLeastNotional() {
        desk.quote(0, 500_000, 500_000);

        assertThat(desk.rejection(limit(BTCUSDT, Side.SELL, 100, 500_000))).isNull();
        assertThat(desk.rejection(limit(BTCUSDT, Side.SELL, 100, 499_999)))
            .isEqualTo("✗ rejected by min notional: 4.99999 USDT is below 5 USDT");
    }

    @Test
    void shouldMeasureMarketOrdersAtTheTouch() {
        desk.quote(0, 499_999, 500_000);

        assertThat(desk.rejection(market(BTCUSDT, Side.BUY, 100))).isNull();
        assertThat(desk.rejection(market(BTCUSDT, Side.SELL, 100)))
            .isEqualTo("✗ rejected by min notional: 4.99999 USDT is below 5 USDT");
    }

    @Test
    void shouldNotAskMarketOrdersForALeastNotionalThatIsNotTheirs() {
        desk.quote(0, 100, 101);

        assertThat(desk.rejection(market(TradeFixtures.instrument(0, "BTC", "USDT", false), Side.SELL, 100))).isNull();
    }

    @Test
    void shouldTakeAnOrderOfExactlyTheLargestNotional() {
        assertThat(desk.rejection(limit(BTCUSDT, Side.BUY, 500, 2_000_000))).isNull();
        assertThat(desk.rejection(limit(BTCUSDT, Side.BUY, 500, 2_000_001)))
            .isEqualTo("✗ rejected by max order notional: 100.00005 USDT is above 100 USDT");
    }

    @Test
    void shouldRejectASymbolWhoseQuoteAssetHasNoAmount() {
        RiskDesk strict = new RiskDesk(RiskDesk.limits(Map.of("RISK_MAX_ORDER_NOTIONAL", "10USDT",
            "RISK_MAX_POSITION", "1EUR", "RISK_MAX_DAILY_LOSS", "1EUR", "RISK_MAX_DRAWDOWN", "1EUR")));
        strict.quote(2, 6_000_000, 6_000_100);

        assertThat(strict.rejection(limit(ETHBTC, Side.SELL, 100, 6_000_000)))
            .isEqualTo("✗ rejected by max order notional: none is set for BTC");
        assertThat(strict.rejection(limit(BTCUSDT, Side.BUY, 100, 900_000)))
            .isEqualTo("✗ rejected by max position: none is set for USDT");
        assertThat(strict.line(BUY, "daily loss").complaint()).isEqualTo("none is set for USDT");
        assertThat(strict.line(BUY, "drawdown").complaint()).isEqualTo("none is set for USDT");
    }

    @Test
    void shouldCountHeldAndOpenBuysIntoThePosition() {
        desk.trade(BTCUSDT, Side.BUY, "0.015", "20000");
        desk.open(limit(BTCUSDT, Side.BUY, 300, 1_990_000));
        desk.open(market(BTCUSDT, Side.BUY, 100));
        desk.open(limit(BTCUSDT, Side.SELL, 500, 2_010_000));

        assertThat(desk.line(BUY, "max position").value()).isEqualTo("439.7 USDT");
    }

    @Test
    void shouldTakeAPositionOfExactlyTheLargestValue() {
        desk.trade(BTCUSDT, Side.BUY, "0.022", "20000");

        assertThat(desk.rejection(BUY)).isNull();
        assertThat(desk.rejection(limit(BTCUSDT, Side.BUY, 400, 2_000_000)))
            .isEqualTo("✗ rejected by max position: 520 USDT is above 500 USDT");
        assertThat(desk.rejection(limit(BTCUSDT, Side.SELL, 400, 2_000_000))).isNull();
    }

    @Test
    void shouldRejectOneOpenOrderTooMany() {
        for (int i = 0; i < 19; i++) {
            desk.open(SELL);
        }
        assertThat(desk.rejection(SELL)).isNull();

        desk.open(SELL);

        assertThat(desk.rejection(SELL)).isEqualTo("✗ rejected by max open orders: 21 is above 20");
    }

    @Test
    void shouldRejectOneOrderTooManyInAMinute() {
        placeThirty();

        assertThat(desk.rejection(SELL)).isEqualTo("✗ rejected by max orders per minute: 31 is above 30");
    }

    @Test
    void shouldNotCountWhatWasOnlyChecked() {
        for (int i = 0; i < 31; i++) {
            desk.gate().check(SELL, i);
        }

        assertThat(desk.line(SELL, "max orders per minute").value()).isEqualTo("1");
    }

    @Test
    void shouldCountTheOrdersOfTheMinuteOverARestart() throws IOException {
        placeThirty();

        RiskDesk next = new RiskDesk();
        TradeFixtures.restarted(desk.gate(), next.gate());

        assertThat(next.rejection(SELL)).isEqualTo("✗ rejected by max orders per minute: 31 is above 30");
        assertThat(next.gate().check(SELL, 9)).isEqualTo(desk.gate().check(SELL, 9));
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 2_100_000, ", "BUY, 2_100_001, 500.01 bps is above 500 bps", "BUY, 1_900_000, ",
        "BUY, 1_899_999, 500.01 bps is above 500 bps", "SELL, 2_099_895, ",
        "SELL, 2_099_896, 500.01 bps is above 500 bps", "SELL, 1_899_905, ",
        "SELL, 1_899_904, 500.01 bps is above 500 bps"})
    void shouldKeepLimitPricesNearTheTouchInBothDirections(Side side, String price, String complaint) {
        String rejection = desk.rejection(limit(BTCUSDT, side, 300, Long.parseLong(price.replace("_", ""))));

        assertThat(rejection).isEqualTo(complaint == null ? null : "✗ rejected by price band: " + complaint);
    }

    private void placeThirty() {
        for (int i = 0; i < 30; i++) {
            assertThat(desk.rejection(SELL)).isNull();
            desk.gate().onPlaced(desk.time().epochNs());
        }
    }
}
