package io.ringside.trading.risk;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.limit;
import static io.ringside.trading.market.TradeFixtures.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Filters.PercentPrice;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bid 19,999.00, ask 20,000.00; quantities have 5 decimals, prices 2. */
class VenueChecksTest {

    private static final Instrument BANDED = BTCUSDT.with(BTCUSDT.filters().with(new PercentPrice(
        new BigDecimal("0.99"), new BigDecimal("1.01"), new BigDecimal("0.98"), new BigDecimal("1.02"))));
    /** Besides the 1,000 BTC that the desk starts with. */
    private static final Instrument LIMITED =
        BTCUSDT.with(BTCUSDT.filters().withLimits(new BigDecimal("1000.005"), 2));

    private final RiskDesk desk = new RiskDesk();

    @ParameterizedTest
    @CsvSource({"BUY, 1980000, 2020000", "SELL, 1959902, 2039898"})
    void shouldTakePricesUpToTheBoundsOfTheBand(Side side, long least, long most) {
        assertThat(desk.rejection(limit(BANDED, side, 300, least))).isNull();
        assertThat(desk.rejection(limit(BANDED, side, 300, most))).isNull();
        assertThat(desk.rejection(limit(BANDED, side, 300, least - 1))).startsWith("✗ rejected by venue price band: ");
        assertThat(desk.rejection(limit(BANDED, side, 300, most + 1))).startsWith("✗ rejected by venue price band: ");
    }

    @Test
    void shouldNameTheBand() {
        assertThat(desk.rejection(limit(BANDED, Side.BUY, 300, 2_020_001)))
            .isEqualTo("✗ rejected by venue price band: 20200.01 is not 0.99 to 1.01 times 20000");
    }

    @Test
    void shouldCountWhatIsOwnedAndOpenBuysTowardsTheLargestPosition() {
        desk.trade(LIMITED, Side.BUY, "0.002", "20000");
        desk.open(limit(LIMITED, Side.BUY, 200, 1_999_000));

        assertThat(desk.rejection(limit(LIMITED, Side.BUY, 100, 2_000_000))).isNull();
        assertThat(desk.rejection(limit(LIMITED, Side.BUY, 200, 2_000_000)))
            .isEqualTo("✗ rejected by venue max position: 1000.006 BTC is above 1000.005 BTC");
        assertThat(desk.rejection(limit(LIMITED, Side.SELL, 300, 2_000_000))).isNull();
    }

    @Test
    void shouldCountOpenLimitOrdersOfTheSymbol() {
        desk.open(limit(LIMITED, Side.SELL, 100, 2_000_000));
        desk.open(market(LIMITED, Side.SELL, 100));

        assertThat(desk.rejection(limit(LIMITED, Side.SELL, 100, 2_000_000))).isNull();
        desk.open(limit(LIMITED, Side.SELL, 100, 2_000_000));
        assertThat(desk.rejection(limit(LIMITED, Side.SELL, 100, 2_000_000)))
            .isEqualTo("✗ rejected by venue open orders: 3 is above 2");
        assertThat(desk.rejection(market(LIMITED, Side.SELL, 100))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void shouldMeasureTheLargestNotionalWhereItHolds(boolean onMarket) {
        Instrument bounded = BTCUSDT.with(BTCUSDT.filters()
            .with(new Notional(new BigDecimal("5"), true, new BigDecimal("60"), onMarket)));

        assertThat(desk.rejection(limit(bounded, Side.BUY, 300, 2_000_000))).isNull();
        assertThat(desk.rejection(limit(bounded, Side.BUY, 300, 2_000_001)))
            .isEqualTo("✗ rejected by venue max notional: 60.00003 USDT is above 60 USDT");
        assertThat(desk.rejection(market(bounded, Side.BUY, 400)) != null).isEqualTo(onMarket);
        assertThat(desk.gate().exits().mostPerSale(bounded)).isEqualTo(onMarket ? 300 : 500);
    }
}
