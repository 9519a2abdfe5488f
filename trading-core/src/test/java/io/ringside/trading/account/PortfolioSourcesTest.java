package io.ringside.trading.account;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHBTC;
import static io.ringside.trading.market.TradeFixtures.ETHUSDT;
import static io.ringside.trading.market.TradeFixtures.INSTRUMENTS;
import static io.ringside.trading.market.TradeFixtures.SYMBOLS;
import static io.ringside.trading.market.TradeFixtures.fill;
import static io.ringside.trading.order.OrderRequest.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.trading.account.Portfolio.Book;
import io.ringside.trading.account.Worth.Touches;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortfolioSourcesTest {

    private static final Touches NOTHING = (side, symbolId) -> null;

    private final Portfolio portfolio = new Portfolio(INSTRUMENTS, Map.of("USDT", new BigDecimal("1000")));

    @Test
    void shouldTakeWhatAnotherSymbolSpendsFromTheBookWithItsCost() {
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.02", "20000", "0", ""));
        portfolio.onFill(fill(ETHBTC, Side.BUY, "0.25", "0.05", "0", ""));

        assertThat(position("BTC").qty()).isEqualByComparingTo("0.0075");
        assertThat(portfolio.heldSteps(USER, 0)).isEqualTo(700);
        assertThat(portfolio.heldSteps(USER, 2)).isEqualTo(25_000);
        assertThat(position("ETH").cost()).isEqualByComparingTo("250");
        assertThat(position("ETH").costAsset()).isEqualTo("USDT");
        assertThat(portfolio.profits().assets()).containsExactly("USDT");
    }

    @Test
    void shouldHoldNothingOfWhatWasSoldForAnotherAsset() {
        portfolio.onFill(fill(ETHUSDT, Side.BUY, "1", "3500", "0.001", "ETH"));
        portfolio.onFill(fill(ETHBTC, Side.SELL, "0.999", "0.05", "0.00004995", "BTC"));

        assertThat(portfolio.books()).containsExactly(new Book("BTC", USER, new BigDecimal("0.04990005")));
        assertThat(portfolio.heldSteps(USER, ETHUSDT.symbolId())).isZero();
        assertThat(position("BTC").cost()).isEqualByComparingTo("3493.0035");
        assertThat(usdt().fees()).isEqualByComparingTo("6.9965");
        assertThat(usdt().realised()).isZero();

        portfolio.onFill(fill(BTCUSDT, Side.SELL, "0.04990005", "70000", "0", ""));

        assertThat(portfolio.positions()).isEmpty();
        assertThat(usdt().net()).isEqualByComparingTo(portfolio.balance("USDT").subtract(new BigDecimal("1000")));
    }

    @Test
    void shouldKeepTheBooksOfSourcesApart() {
        portfolio.onFill(fill("trend", BTCUSDT, Side.BUY, "0.01", "20000", "0", ""));
        portfolio.onFill(fill(BTCUSDT, Side.BUY, "0.02", "22000", "0", ""));
        portfolio.onFill(fill("trend", BTCUSDT, Side.SELL, "0.01", "21000", "0", ""));

        assertThat(portfolio.heldSteps("trend", 0)).isZero();
        assertThat(portfolio.heldSteps(USER, 0)).isEqualTo(2_000);
        assertThat(portfolio.profits().net("trend", "USDT", NOTHING).net()).isEqualByComparingTo("10");
        assertThat(portfolio.profits().net(USER, "USDT", NOTHING).net()).isZero();
        assertThat(portfolio.profits().sources()).containsExactly("trend", USER);
    }

    @Test
    void shouldSpendExternalUnitsBeforeThoseOfOthers() {
        Portfolio rich = new Portfolio(INSTRUMENTS, Map.of("USDT", new BigDecimal("1000"), "BTC", BigDecimal.ONE));
        rich.onFill(fill("trend", BTCUSDT, Side.BUY, "0.01", "20000", "0", ""));
        rich.onFill(fill(ETHBTC, Side.BUY, "20", "0.05", "0", ""));

        assertThat(rich.held("trend", "BTC")).isEqualByComparingTo("0.01");
        assertThat(rich.held(Portfolio.EXTERNAL, "BTC")).isZero();

        rich.onFill(fill(ETHBTC, Side.BUY, "0.1", "0.05", "0", ""));

        assertThat(rich.held("trend", "BTC")).isEqualByComparingTo("0.005");
        assertThat(rich.profits().net("trend", "USDT", NOTHING).net()).isZero();
    }

    @Test
    void shouldCountExternalUnitsAsThemselvesUntilTheyHaveAWorth() {
        Portfolio rich = new Portfolio(INSTRUMENTS, Map.of("BTC", BigDecimal.ONE));
        rich.onFill(fill(ETHBTC, Side.BUY, "1", "0.05", "0", ""));
        rich.value("BTC", new Worth("USDT", new BigDecimal("68000")));
        rich.onFill(fill(ETHBTC, Side.BUY, "1", "0.05", "0", ""));

        assertThat(rich.positions()).extracting(Position::costAsset).containsExactly("BTC", "USDT");
        assertThat(rich.positions()).extracting(Position::isValued).containsExactly(false, true);
        assertThat(rich.positions().get(1).cost()).isEqualByComparingTo("3400");
    }

    @Test
    void shouldValueOverAThirdAssetWhereNoSymbolTradesBoth() {
        Instruments without = new Instruments(SYMBOLS, List.of(BTCUSDT, ETHBTC));
        Portfolio owner = new Portfolio(without, Map.of("USDT", new BigDecimal("1000")));
        owner.onFill(fill(BTCUSDT, Side.BUY, "0.05", "20000", "0", ""));
        owner.onFill(fill(ETHBTC, Side.BUY, "1", "0.05", "0", ""));

        assertThat(owner.profits().net("USDT", (side, id) -> side == Side.BUY ? null : id == 0 ? new BigDecimal("21000")
            : new BigDecimal("0.06")).unrealised()).isEqualByComparingTo("260");
        assertThat(owner.profits().unquoted("USDT", (side, id) -> id == 0 ? null : BigDecimal.ONE))
            .isEqualTo("BTCUSDT");
        assertThat(owner.exitSymbol(owner.books().get(0))).isEqualTo(ETHBTC.symbolId());
    }

    @Test
    void shouldKeepTheAccountsOfVenuesApart() {
        Instrument elsewhere = new Instrument(0, "BTCUSDT@OTHER", "BTC", "USDT", BTCUSDT.filters(), 8, 8,
            BTCUSDT.fees(), true);
        Portfolio both = new Portfolio(new Instruments(Symbols.of("BTCUSDT@OTHER"), List.of(elsewhere)),
            Map.of("USDT", BigDecimal.TEN, "USDT@OTHER", new BigDecimal("500")));

        both.onFill(fill(elsewhere, Side.BUY, "0.01", "20000", "0.00001", "BTC"));

        assertThat(both.balance("USDT")).isEqualByComparingTo("10");
        assertThat(both.balance("USDT@OTHER")).isEqualByComparingTo("300");
        assertThat(both.balance("BTC@OTHER")).isEqualByComparingTo("0.00999");
        assertThat(both.heldSteps(USER, 0)).isEqualTo(900);
    }

    private Position position(String asset) {
        return portfolio.positions().stream().filter(position -> position.asset().equals(asset)).findFirst()
            .orElseThrow();
    }

    private Profit usdt() {
        return portfolio.profits().net("USDT", NOTHING);
    }
}
