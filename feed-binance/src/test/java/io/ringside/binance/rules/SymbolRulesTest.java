package io.ringside.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Filters.PercentPrice;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolRulesTest {

    @Test
    void shouldReadASymbolOfTheVenue() throws Exception {
        assertThat(SymbolText.btcusdt().read()).isEqualTo(new Instrument(3, "BTCUSDT", "BTC", "USDT",
            new Filters(new Grid(-2, 1, 1, 100_000_000), new Grid(-5, 1, 1, 900_000_000),
                new Grid(-5, 1, 1, 10_475_943),
                new Notional(new BigDecimal("5"), true, new BigDecimal("9000000"), false),
                percentPrice("5", "0.2", "5", "0.2"), new BigDecimal("240"), 200),
            8, 8, Fees.DEFAULT, true));
    }

    @Test
    void shouldReadTheOlderFormOfThePriceBand() throws Exception {
        Instrument older = SymbolText.btcusdt().withFilter("PERCENT_PRICE_BY_SIDE",
            "{\"filterType\":\"PERCENT_PRICE\",\"multiplierUp\":\"1.3\",\"multiplierDown\":\"0.7\"}").read();

        assertThat(older.filters().percentPrice()).isEqualTo(percentPrice("1.3", "0.7", "1.3", "0.7"));
    }

    @Test
    void shouldKeepAllThatIsReadInTheEssence() throws Exception {
        SymbolText text = SymbolText.btcusdt();

        Instrument fromEssence = SymbolRules.read(SymbolRules.essence(text.json()), 3, "BTCUSDT", Fees.DEFAULT);

        assertThat(fromEssence).isEqualTo(text.read());
        assertThat(SymbolRules.essence(text.json()).has("permissionSets")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.05000000, -2, 5, 1",
        "1.00, 0, 1, 1",
        "10.00000000, 0, 10, 1",
        "0.00000001, -8, 1, 1000000",
        "0.000000000000000001, -18, 1, 10000000000000000"})
    void shouldTakeTheExponentFromTheStepWithoutItsLastZeros(String tick, int exponent, long step, long min)
            throws Exception {
        Grid price = SymbolText.btcusdt().with("\"tickSize\":\"0.01000000\"", "\"tickSize\":\"" + tick + "\"")
            .read().price();

        assertThat(price.exponent()).isEqualTo(exponent);
        assertThat(price.step()).isEqualTo(step);
        assertThat(price.min()).isEqualTo(min);
    }

    @Test
    void shouldMoveBoundsBetweenTwoValuesInwards() throws Exception {
        Grid qty = SymbolText.btcusdt().withFilter("LOT_SIZE",
            "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.5\",\"maxQty\":\"99.5\",\"stepSize\":\"1\"}").read().qty();

        assertThat(qty).isEqualTo(new Grid(0, 1, 1, 99));
    }

    @Test
    void shouldClampALargestValueThatNoLongHolds() throws Exception {
        Grid price = SymbolText.btcusdt().with("1000000.00000000", "99999999999999999999").read().price();

        assertThat(price.max()).isEqualTo(Long.MAX_VALUE);
        assertThat(SymbolText.btcusdt().with("\"maxQty\":\"9000.00000000\"", "\"maxQty\":\"92233720368.0\"").read()
            .qty().max()).isEqualTo(9_223_372_036_800_000L);
    }

    @Test
    void shouldLeaveSwitchedOffPartsOpen() throws Exception {
        String off = "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.00\",\"maxPrice\":\"0.0\",\"tickSize\":\"0\"}";

        Instrument off8 = SymbolText.btcusdt().withFilter("PRICE_FILTER", off).read();
        Instrument off2 = SymbolText.btcusdt().withFilter("PRICE_FILTER", off)
            .with("\"quoteAssetPrecision\":8", "\"quoteAssetPrecision\":2").read();

        assertThat(off8.price()).isEqualTo(new Grid(-8, 1, 1, Long.MAX_VALUE));
        assertThat(off2.price()).isEqualTo(new Grid(-2, 1, 1, Long.MAX_VALUE));
    }

    @Test
    void shouldTakeMissingFiltersAsSwitchedOff() throws Exception {
        Instrument bare = SymbolText.btcusdt().withFilter("PRICE_FILTER", "").withFilter("LOT_SIZE", "")
            .withFilter("MARKET_LOT_SIZE", "").withFilter("NOTIONAL", "").withFilter("PERCENT_PRICE_BY_SIDE", "")
            .withFilter("MAX_POSITION", "").withFilter("MAX_NUM_ORDERS", "").read();

        assertThat(bare.price()).isEqualTo(new Grid(-8, 1, 1, Long.MAX_VALUE));
        assertThat(bare.qty()).isEqualTo(bare.price());
        assertThat(bare.marketQty()).isEqualTo(bare.qty());
        assertThat(bare.filters().notional()).isEqualTo(Notional.NONE);
        assertThat(bare.filters().percentPrice()).isEqualTo(PercentPrice.NONE);
        assertThat(bare.filters().maxPosition()).isZero();
        assertThat(bare.filters().maxOrders()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1, 1, 900000000",
        "0, 0.001, 100, 1, 100, 10000000",
        "0.001, 0, 0.9999999, 100, 1, 99999",
        "0.00000001, 0.000000001, 9001, 1, 1, 900000000",
        "0.000015, 0, 0, 3, 1, 900000000"})
    void shouldHoldMarketOrdersToBothLotSizes(String step, String min, String max, long bothStep, long bothMin,
                                              long bothMax) throws Exception {
        String filter = "{\"filterType\":\"MARKET_LOT_SIZE\",\"minQty\":\"" + min + "\",\"maxQty\":\"" + max
            + "\",\"stepSize\":\"" + step + "\"}";

        Grid market = SymbolText.btcusdt().withFilter("MARKET_LOT_SIZE", filter).read().marketQty();

        assertThat(market).isEqualTo(new Grid(-5, bothStep, bothMin, bothMax));
    }

    @Test
    void shouldReadTheOlderFormOfTheLeastNotional() throws Exception {
        Instrument older = SymbolText.btcusdt().withFilter("NOTIONAL", "{\"filterType\":\"MIN_NOTIONAL\","
            + "\"minNotional\":\"0.00010000\",\"applyToMarket\":true,\"avgPriceMins\":5}").read();

        assertThat(older.filters().notional().min()).isEqualTo(new BigDecimal("0.0001"));
        assertThat(older.filters().notional().minOnMarket()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"status\":\"TRADING\" | \"status\":\"HALT\"",
        "\"status\":\"TRADING\" | \"status\":\"CANCEL_ONLY\"",
        "\"isSpotTradingAllowed\":true | \"isSpotTradingAllowed\":false"})
    void shouldSayWhenTheVenueTakesNoOrders(String open, String closed) throws Exception {
        assertThat(SymbolText.btcusdt().with(open, closed).read().trading()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"baseAsset\":\"BTC\" | \"x\":1 | baseAsset is missing",
        "\"baseAssetPrecision\":8 | \"x\":8 | baseAssetPrecision is not a number from 0 to 18",
        "\"quoteAssetPrecision\":8 | \"quoteAssetPrecision\":19 | quoteAssetPrecision is not a number from 0 to 18",
        "\"tickSize\":\"0.01000000\" | \"tickSize\":\"1E-2\" | tickSize is not a decimal",
        "\"tickSize\":\"0.01000000\" | \"tickSize\":\"-1\" | tickSize is not a decimal",
        "\"tickSize\":\"0.01000000\" | \"tickSize\":\"0.0000000000000000001\" | more than 18 decimals",
        "\"minPrice\":\"0.01000000\" | \"minPrice\":\"99999999999999999999\" | is too large for its step",
        "\"minPrice\":\"0.01000000\" | \"minPrice\":\"2000000\" | min not above max",
        "\"maxQty\":\"104.75943733\" | \"maxQty\":\"0.000001\" | min not above max",
        "\"maxNotional\":\"9000000.00000000\" | \"maxNotional\":\"4\" | min not above max",
        "\"maxNumOrders\":200 | \"maxNumOrders\":2.5 | maxNumOrders is not a number from 0",
        "\"askMultiplierUp\":\"5\" | \"askMultiplierUp\":\"x\" | askMultiplierUp is not a decimal",
        "\"minNotional\":\"5.00000000\" | \"minNotional\":\"five\" | minNotional is not a decimal"})
    void shouldRejectRulesThatCannotBeObeyed(String old, String broken, String complaint) {
        SymbolText text = SymbolText.btcusdt().with(old, broken);

        assertThatThrownBy(text::read).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(complaint).hasMessageNotContaining("\n");
    }

    private static PercentPrice percentPrice(String up, String down, String askUp, String askDown) {
        return new PercentPrice(new BigDecimal(down), new BigDecimal(up), new BigDecimal(askDown),
            new BigDecimal(askUp));
    }
}
