package io.ringside.trading.engine;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Filters.PercentPrice;
import io.ringside.trading.market.Instrument;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunRecordTest {

    private static final Instrument FILTERED = BTCUSDT.with(BTCUSDT.filters()
        .with(new Notional(new BigDecimal("5"), true, new BigDecimal("0.00000001").movePointRight(16), false))
        .with(new PercentPrice(new BigDecimal("0.2"), new BigDecimal("5"), new BigDecimal("0.3"), BigDecimal.TEN))
        .withLimits(new BigDecimal("12.5"), 200));

    @Test
    void shouldKeepAllFilters() throws IOException {
        RunRecord run = RunRecord.of(1, List.of(FILTERED), Map.of());

        assertThat(RunRecord.fromJson(run.toJson()).instruments()).containsExactly(FILTERED);
    }

    @Test
    void shouldTakeMissingFiltersAsSwitchedOffAndPassOverUnknownOnes() throws IOException {
        String json = RunRecord.of(1, List.of(BTCUSDT), Map.of()).toJson();
        String other = json.replaceFirst("\"notional\":\\{[^}]*},\"percentPrice\":\\{[^}]*},\"maxPosition\":0,"
            + "\"maxOrders\":0", "\"maxAlgoOrders\":5");

        Filters filters = RunRecord.fromJson(other).instruments().get(0).filters();

        assertThat(other).isNotEqualTo(json);
        assertThat(filters).isEqualTo(Filters.of(BTCUSDT.price(), BTCUSDT.qty(), BTCUSDT.marketQty(), Notional.NONE));
    }
}
