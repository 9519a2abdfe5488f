package io.ringside.trading.account;

import static io.ringside.trading.market.TradeFixtures.BNBUSDT;
import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHBTC;
import static io.ringside.trading.market.TradeFixtures.ETHUSDT;
import static io.ringside.trading.market.TradeFixtures.INSTRUMENTS;
import static io.ringside.trading.market.TradeFixtures.SYMBOLS;
import static io.ringside.trading.market.TradeFixtures.bytes;
import static io.ringside.trading.market.TradeFixtures.fill;
import static io.ringside.trading.market.TradeFixtures.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instruments;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger =
        new Ledger(INSTRUMENTS, Map.of("USDT", new BigDecimal("1000"), "BNB", new BigDecimal("2")));

    @Test
    void shouldAddUpABuyAtItsPrice() {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0", ""));

        assertThat(ledger.balance("USDT")).isEqualByComparingTo("800");
        assertThat(ledger.balance("BTC")).isEqualByComparingTo("0.01");
        assertThat(ledger.position(0).cost()).isEqualByComparingTo("200");
        assertThat(ledger.position(0).averageEntry(2)).isEqualTo("20000.00");
        assertThat(ledger.held()).isEqualTo(1);
    }

    @Test
    void shouldTakeACommissionInTheBaseAssetFromQuantityAndCost() {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0.00001", "BTC"));

        Position position = ledger.position(0);
        assertThat(position.qty()).isEqualByComparingTo("0.00999");
        assertThat(position.cost()).isEqualByComparingTo("199.8");
        assertThat(position.fees()).isEqualByComparingTo("0.2");
        assertThat(ledger.balance("BTC")).isEqualByComparingTo("0.00999");
    }

    @Test
    void shouldRealiseTheDifferenceToTheShareOfTheCost() {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0", ""));
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.01", "30000", "0", ""));
        ledger.onFill(fill(BTCUSDT, Side.SELL, "0.005", "26000", "0.13", "USDT"));

        Position position = ledger.position(0);
        assertThat(position.realised()).isEqualByComparingTo("5");
        assertThat(position.cost()).isEqualByComparingTo("375");
        assertThat(position.fees()).isEqualByComparingTo("0.13");
        assertThat(ledger.balance("USDT")).isEqualByComparingTo("629.87");
    }

    @Test
    void shouldKeepWhatRoundingLeavesInThePosition() {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "3", "0.33", "0", ""));
        ledger.onFill(fill(BTCUSDT, Side.BUY, "4", "0.01", "0", ""));
        ledger.onFill(fill(BTCUSDT, Side.SELL, "1", "1", "0", ""));

        assertThat(ledger.position(0).realised()).isEqualByComparingTo("0.852857142857142857");
        assertThat(ledger.position(0).cost()).isEqualByComparingTo("0.882857142857142857");

        ledger.onFill(fill(BTCUSDT, Side.SELL, "6", "1", "0", ""));

        assertThat(ledger.position(0).realised()).isEqualByComparingTo("5.97");
        assertThat(ledger.position(0).cost()).isZero();
        assertThat(ledger.held()).isZero();
    }

    @Test
    void shouldSellHoldingsFromBeforeAtNoProfit() {
        ledger.onFill(fill(BNBUSDT, Side.BUY, "1", "300", "0", ""));
        ledger.onFill(fill(BNBUSDT, Side.SELL, "2.5", "310", "0", ""));

        Profit profit = ledger.net("USDT", symbolId -> null);
        assertThat(profit.net()).isEqualByComparingTo("10");
        assertThat(profit.holdingsSold()).isEqualByComparingTo("465");
        assertThat(ledger.position(3).qty()).isZero();
        assertThat(ledger.balance("BNB")).isEqualByComparingTo("0.5");
    }

    @Test
    void shouldSellAPartToPayACommissionInTheBaseAssetOfASale() {
        ledger.onFill(fill(BNBUSDT, Side.BUY, "1", "300", "0", ""));
        ledger.onFill(fill(BNBUSDT, Side.SELL, "0.5", "400", "0.1", "BNB"));

        Position position = ledger.position(3);
        assertThat(position.qty()).isEqualByComparingTo("0.4");
        assertThat(position.cost()).isEqualByComparingTo("120");
        assertThat(position.realised()).isEqualByComparingTo("60");
        assertThat(position.fees()).isEqualByComparingTo("40");
    }

    @Test
    void shouldListTheBaseCommissionThatNoPositionCouldPay() {
        ledger.onFill(fill(BNBUSDT, Side.SELL, "0.5", "400", "0.1", "BNB"));

        assertThat(ledger.balance("BNB")).isEqualByComparingTo("1.4");
        assertThat(ledger.otherFees().get("BNB")).isEqualByComparingTo("0.1");
        assertThat(ledger.net("USDT", symbolId -> null).fees()).isZero();
    }

    @Test
    void shouldListCommissionsInThirdAssetsOutsideTheProfit() {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0.0005", "BNB"));
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0.0006", "BNB"));

        assertThat(ledger.otherFees()).containsOnlyKeys("BNB");
        assertThat(ledger.otherFees().get("BNB")).isEqualByComparingTo("0.0011");
        assertThat(ledger.balance("BNB")).isEqualByComparingTo("1.9989");
        assertThat(ledger.net("USDT", symbolId -> null).net()).isZero();
    }

    @Test
    void shouldRecordABalanceBelowZeroAsTheVenueReportsIt() {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.1", "20000", "0", ""));

        assertThat(ledger.balance("USDT")).isEqualByComparingTo("-1000");
    }

    @Test
    void shouldFloorWhatCanBeSoldToTheStep() {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.010", "20000", "0.00001", "BTC"));

        assertThat(ledger.heldSteps(0)).isEqualTo(900);
    }

    @Test
    void shouldNotCountHoldingsFromBeforeAsAPosition() {
        assertThat(ledger.heldSteps(3)).isZero();
        assertThat(ledger.balance("BNB")).isEqualByComparingTo("2");
        assertThat(ledger.position(3)).isNull();
    }

    @Test
    void shouldLimitWhatCanBeSoldByTheBalanceThatAnotherSymbolSpent() {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.02", "20000", "0", ""));
        ledger.onFill(fill(ETHBTC, Side.BUY, "0.25", "0.05", "0", ""));

        assertThat(ledger.position(0).qty()).isEqualByComparingTo("0.02");
        assertThat(ledger.heldSteps(0)).isEqualTo(700);
        assertThat(ledger.heldSteps(2)).isEqualTo(25_000);
    }

    @Test
    void shouldMarkAtTheBidAndWithoutQuoteAtTheEntry() {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0", ""));
        ledger.onFill(fill(ETHUSDT, Side.BUY, "0.1", "2000", "0", ""));

        Profit profit = ledger.net("USDT", symbolId -> symbolId == 0 ? new BigDecimal("21000") : null);

        assertThat(profit.unrealised()).isEqualByComparingTo("10");
    }

    @Test
    void shouldListBalancesByName() {
        ledger.onFill(fill(ETHUSDT, Side.BUY, "0.1", "2000", "0", ""));

        assertThat(ledger.balances().keySet()).containsExactly("BNB", "ETH", "USDT");
        assertThat(ledger.quoteAssets()).containsExactly("USDT");
    }

    @Test
    void shouldKeepTheLastThousandFillsNewestFirst() {
        for (int price = 1; price <= 1_001; price++) {
            ledger.onFill(fill(BTCUSDT, Side.BUY, "0.001", Integer.toString(price), "0", ""));
        }

        List<Fill> fills = ledger.fills(2_000);
        assertThat(fills).hasSize(1_000);
        assertThat(fills.get(0).price()).isEqualByComparingTo("1001");
        assertThat(fills.get(999).price()).isEqualByComparingTo("2");
        assertThat(ledger.fills(3)).hasSize(3);
    }

    @Test
    void shouldComeBackFromASnapshotAsItWas() throws IOException {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.010", "20000", "0.00001", "BTC"));
        ledger.onFill(fill(BNBUSDT, Side.SELL, "0.5", "400", "0.1", "BNB"));

        Ledger back = restarted(ledger, new Ledger(INSTRUMENTS, Map.of("EUR", BigDecimal.TEN)));

        assertThat(bytes(back)).isEqualTo(bytes(ledger));
        assertThat(back.balances()).isEqualTo(ledger.balances());
        assertThat(back.fills(10)).isEqualTo(ledger.fills(10));
        assertThat(back.heldSteps(0)).isEqualTo(900);
        assertThat(back.held()).isEqualTo(1);
    }

    @Test
    void shouldKeepAPositionOfASymbolThatANewRunDoesNotKnow() throws IOException {
        ledger.onFill(fill(BTCUSDT, Side.BUY, "0.010", "20000", "1", "USDT"));
        Instruments other = new Instruments(Symbols.of("ETHUSDT"), List.of());

        Ledger elsewhere = restarted(ledger, new Ledger(other, Map.of()));
        Ledger back = restarted(elsewhere, new Ledger(INSTRUMENTS, Map.of()));

        assertThat(elsewhere.net("USDT", symbolId -> null).net()).isEqualByComparingTo("-1");
        assertThat(elsewhere.position(0)).isNull();
        assertThat(elsewhere.fills(10)).isEmpty();
        assertThat(back.heldSteps(SYMBOLS.id("BTCUSDT"))).isEqualTo(1_000);
    }
}
