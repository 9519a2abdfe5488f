package io.ringside.trading.account;

import static io.ringside.trading.market.TradeFixtures.BNBUSDT;
import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHUSDT;
import static io.ringside.trading.market.TradeFixtures.INSTRUMENTS;
import static io.ringside.trading.market.TradeFixtures.SYMBOLS;
import static io.ringside.trading.market.TradeFixtures.bytes;
import static io.ringside.trading.market.TradeFixtures.fill;
import static io.ringside.trading.market.TradeFixtures.restarted;
import static io.ringside.trading.order.OrderRequest.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.trading.account.Worth.Touches;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instruments;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortfolioTest {

    private static final Touches NOTHING = (side, symbolId) -> null;

    private final Portfolio portfolio =
        new Portfolio(INSTRUMENTS, Map.of("USDT", new BigDecimal("1000"), "BNB", new BigDecimal("2")));

    @Test
    void shouldAddUpABuyAtItsPrice() {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0", ""));

        assertThat(portfolio.balance("USDT")).isEqualByComparingTo("800");
        assertThat(portfolio.balance("BTC")).isEqualByComparingTo("0.01");
        assertThat(position("BTC").cost()).isEqualByComparingTo("200");
        assertThat(position("BTC").averageEntry(2)).isEqualTo("20000.00");
        assertThat(portfolio.held()).isEqualTo(1);
    }

    @Test
    void shouldTakeACommissionInTheBaseAssetFromQuantityAndCost() {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0.00001", "BTC"));

        Position position = position("BTC");
        assertThat(position.qty()).isEqualByComparingTo("0.00999");
        assertThat(position.cost()).isEqualByComparingTo("199.8");
        assertThat(usdt().fees()).isEqualByComparingTo("0.2");
        assertThat(portfolio.balance("BTC")).isEqualByComparingTo("0.00999");
    }

    @Test
    void shouldRealiseTheDifferenceToTheShareOfTheCost() {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0", ""));
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.01", "30000", "0", ""));
        portfolio.onFill(fill(BTCUSDT, Side.SELL, "0.005", "26000", "0.13", "USDT"));

        assertThat(usdt().realised()).isEqualByComparingTo("5");
        assertThat(position("BTC").cost()).isEqualByComparingTo("375");
        assertThat(usdt().fees()).isEqualByComparingTo("0.13");
        assertThat(portfolio.balance("USDT")).isEqualByComparingTo("629.87");
    }

    @Test
    void shouldKeepWhatRoundingLeavesInThePosition() {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "3", "0.33", "0", ""));
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "4", "0.01", "0", ""));
        portfolio.onFill(fill(BTCUSDT, Side.SELL, "1", "1", "0", ""));

        assertThat(usdt().realised()).isEqualByComparingTo("0.852857142857142857");
        assertThat(position("BTC").cost()).isEqualByComparingTo("0.882857142857142857");

        portfolio.onFill(fill(BTCUSDT, Side.SELL, "6", "1", "0", ""));

        assertThat(usdt().realised()).isEqualByComparingTo("5.97");
        assertThat(portfolio.positions()).isEmpty();
        assertThat(portfolio.held()).isZero();
    }

    @Test
    void shouldSellHoldingsFromBeforeAtNoProfit() {
        portfolio.onFill(fill(BNBUSDT, Side.BUY, "1", "300", "0", ""));
        portfolio.onFill(fill(BNBUSDT, Side.SELL, "2.5", "310", "0", ""));

        Profit profit = portfolio.profits().net("USDT", NOTHING);
        assertThat(profit.net()).isEqualByComparingTo("10");
        assertThat(portfolio.positions()).isEmpty();
        assertThat(portfolio.balance("BNB")).isEqualByComparingTo("0.5");
    }

    @Test
    void shouldPayACommissionInTheBaseAssetOfASaleAtItsCost() {
        portfolio.onFill(fill(BNBUSDT, Side.BUY, "1", "300", "0", ""));
        portfolio.onFill(fill(BNBUSDT, Side.SELL, "0.5", "400", "0.1", "BNB"));

        Position position = position("BNB");
        assertThat(position.qty()).isEqualByComparingTo("0.4");
        assertThat(position.cost()).isEqualByComparingTo("120");
        assertThat(usdt().realised()).isEqualByComparingTo("50");
        assertThat(usdt().fees()).isEqualByComparingTo("30");
    }

    @Test
    void shouldListTheBaseCommissionThatNoPositionCouldPay() {
        portfolio.onFill(fill(BNBUSDT, Side.SELL, "0.5", "400", "0.1", "BNB"));

        assertThat(portfolio.balance("BNB")).isEqualByComparingTo("1.4");
        assertThat(portfolio.profits().otherFees().get("BNB")).isEqualByComparingTo("0.1");
        assertThat(portfolio.profits().net("USDT", NOTHING).fees()).isZero();
    }

    @Test
    void shouldListCommissionsInThirdAssetsOutsideTheProfit() {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0.0005", "BNB"));
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0.0006", "BNB"));

        assertThat(portfolio.profits().otherFees()).containsOnlyKeys("BNB");
        assertThat(portfolio.profits().otherFees().get("BNB")).isEqualByComparingTo("0.0011");
        assertThat(portfolio.balance("BNB")).isEqualByComparingTo("1.9989");
        assertThat(portfolio.profits().net("USDT", NOTHING).net()).isZero();
    }

    @Test
    void shouldRecordABalanceBelowZeroAsTheVenueReportsIt() {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.1", "20000", "0", ""));

        assertThat(portfolio.balance("USDT")).isEqualByComparingTo("-1000");
    }

    @Test
    void shouldFloorWhatCanBeSoldToTheStep() {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.010", "20000", "0.00001", "BTC"));

        assertThat(portfolio.heldSteps(USER, 0)).isEqualTo(900);
    }

    @Test
    void shouldNotCountHoldingsFromBeforeAsAPosition() {
        assertThat(portfolio.heldSteps(USER, 3)).isZero();
        assertThat(portfolio.balance("BNB")).isEqualByComparingTo("2");
        assertThat(portfolio.positions()).isEmpty();
        assertThat(portfolio.held(Portfolio.EXTERNAL, "BNB")).isEqualByComparingTo("2");
    }

    @Test
    void shouldMarkAtTheBidAndWithoutQuoteAtTheEntry() {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.01", "20000", "0", ""));
        portfolio.onFill(fill(ETHUSDT, Side.BUY, "0.1", "2000", "0", ""));

        Profit profit = portfolio.profits().net("USDT",
            (side, symbolId) -> symbolId == 0 ? new BigDecimal("21000") : null);

        assertThat(profit.unrealised()).isEqualByComparingTo("10");
    }

    @Test
    void shouldListBalancesByName() {
        portfolio.onFill(fill(ETHUSDT, Side.BUY, "0.1", "2000", "0", ""));

        assertThat(portfolio.balances().keySet()).containsExactly("BNB", "ETH", "USDT");
        assertThat(portfolio.profits().assets()).containsExactly("USDT");
    }

    @Test
    void shouldKeepTheLastThousandFillsNewestFirst() {
        for (int price = 1; price <= 1_001; price++) {
            portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.001", Integer.toString(price), "0", ""));
        }

        List<Fill> fills = portfolio.fills(2_000);
        assertThat(fills).hasSize(1_000);
        assertThat(fills.get(0).price()).isEqualByComparingTo("1001");
        assertThat(fills.get(999).price()).isEqualByComparingTo("2");
        assertThat(portfolio.fills(3)).hasSize(3);
    }

    @Test
    void shouldComeBackFromASnapshotAsItWas() throws IOException {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.010", "20000", "0.00001", "BTC"));
        portfolio.onFill(fill(BNBUSDT, Side.SELL, "0.5", "400", "0.1", "BNB"));

        Portfolio back = restarted(portfolio, new Portfolio(INSTRUMENTS, Map.of("EUR", BigDecimal.TEN)));

        assertThat(bytes(back)).isEqualTo(bytes(portfolio));
        assertThat(back.balances()).isEqualTo(portfolio.balances());
        assertThat(back.fills(10)).isEqualTo(portfolio.fills(10));
        assertThat(back.heldSteps(USER, 0)).isEqualTo(900);
        assertThat(back.held()).isEqualTo(1);
    }

    @Test
    void shouldKeepAPositionOfASymbolThatANewRunDoesNotKnow() throws IOException {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.010", "20000", "1", "USDT"));
        Instruments other = new Instruments(Symbols.of("ETHUSDT"), List.of());

        Portfolio elsewhere = restarted(portfolio, new Portfolio(other, Map.of()));
        Portfolio back = restarted(elsewhere, new Portfolio(INSTRUMENTS, Map.of()));

        assertThat(elsewhere.profits().net("USDT", NOTHING).net()).isEqualByComparingTo("-1");
        assertThat(elsewhere.held(USER, "BTC")).isEqualByComparingTo("0.010");
        assertThat(elsewhere.fills(10)).isEmpty();
        assertThat(back.heldSteps(USER, SYMBOLS.id("BTCUSDT"))).isEqualTo(1_000);
    }

    private Position position(String asset) {
        return portfolio.positions().stream().filter(position -> position.asset().equals(asset)).findFirst()
            .orElseThrow();
    }

    private Profit usdt() {
        return portfolio.profits().net("USDT", NOTHING);
    }
}
