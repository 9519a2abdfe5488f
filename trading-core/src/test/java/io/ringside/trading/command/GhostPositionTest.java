package io.ringside.trading.command;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHUSDT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.AssetValued;
import io.ringside.trading.decision.Side;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.engine.FakeStrategy;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Updates;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several symbols trade the same asset, and several sources hold it: nothing is held that is gone. */
class GhostPositionTest {

    private static final Instrument ETHBTC = Instrument.of(2, "ETH", "BTC", BTCUSDT.price(), BTCUSDT.qty(),
        new BigDecimal("0.0001"));

    private final CoreRig rig = new CoreRig(1, List.of(BTCUSDT, ETHUSDT, ETHBTC), List.of(new FakeStrategy()),
        Map.of("STRATEGIES", "fake", "STRATEGY", "on", "RISK_MAX_ORDER_NOTIONAL", "5000USDT,1BTC",
            "RISK_MAX_POSITION", "9000USDT,1BTC")).begin();

    @Test
    void shouldNotHoldWhatWasSoldByAnotherSymbol() {
        rig.quote(1, 350_000, 350_100);
        rig.quote(2, 6, 7);
        assertThat(rig.give(Verb.BUY, "ETHUSDT 1")).startsWith("✓");
        trade(1, 100_000, 350_100);
        rig.give(Verb.SELL, "ETHBTC 1");
        trade(2, 100_000, 6);

        assertThat(rig.give(Verb.POSITIONS, ""))
            .isEqualTo("BTC 0.06 of user, average entry 58350, now 19999, unrealised -2301.06 USDT");
        assertThat(rig.give(Verb.PNL, "").lines().findFirst())
            .contains("USDT net -2301.06 = realised 0 + unrealised -2301.06 - fees 0");
        assertThat(rig.give(Verb.SELL, "ETHUSDT all")).isEqualTo("✗ no ETH is held that could be sold");

        rig.give(Verb.CLOSEALL, "");
        trade(3, 6_000, 1_999_900);

        assertThat(rig.give(Verb.POSITIONS, "")).isEqualTo("no positions");
        assertThat(rig.give(Verb.BALANCE, "")).isEqualTo("USDT 7698.94");
    }

    @Test
    void shouldShowAndSellTheBooksOfAllSources() {
        rig.hold("0.002");
        rig.strategy().trader().place(TradeFixtures.limit(BTCUSDT, Side.BUY,
            300, 2_000_000));
        rig.fill(2);

        assertThat(rig.give(Verb.POSITIONS, "").lines()).containsExactly(
            "BTC 0.003 of fake, average entry 20000, now 19999, unrealised -0.003 USDT",
            "BTC 0.002 of user, average entry 20000, now 19999, unrealised -0.002 USDT");
        assertThat(rig.give(Verb.PNL, "").lines()).startsWith(
            "USDT net -0.005 = realised 0 + unrealised -0.005 - fees 0",
            "USDT of fake net -0.003 = realised 0 + unrealised -0.003 - fees 0",
            "USDT of user net -0.002 = realised 0 + unrealised -0.002 - fees 0");

        rig.give(Verb.SELL, "BTCUSDT all");

        assertThat(rig.order(3).text()).isEqualTo("#3 sell 0.00200 BTCUSDT at market");
        rig.fill(3);
        rig.give(Verb.CLOSEALL, "");
        assertThat(rig.order(4).text()).isEqualTo("#4 sell 0.00300 BTCUSDT at market");
        assertThat(rig.order(4).placed().source()).isEqualTo("fake");
        rig.strategy().seen();
        rig.fill(4);
        assertThat(rig.strategy().seen()).containsExactly("ack #4 FILLED");
        assertThat(rig.give(Verb.POSITIONS, "")).isEqualTo("no positions");
        assertThat(rig.give(Verb.TRADES, "1")).endsWith(" sold 0.003 BTCUSDT at 20000, by fake");
    }

    @Test
    void shouldNotSpendWhatAStrategyHolds() {
        rig.quote(2, 6, 7);
        rig.strategy().trader().place(TradeFixtures.limit(BTCUSDT, Side.BUY,
            10_000, 2_000_000));
        rig.fill(1);

        assertThat(rig.give(Verb.BUY, "ETHBTC 1")).isEqualTo("✗ rejected by own book: 0.07 BTC is above 0 BTC");
        assertThat(rig.give(Verb.SELL, "BTCUSDT 0.001"))
            .isEqualTo("✗ rejected by own book: 0.001 BTC is above 0 BTC");
    }

    @Test
    void shouldValueWhatTheAccountHeldBeforeAtTheTouch() throws IOException {
        CoreRig rich = new CoreRig(1, List.of(BTCUSDT, ETHUSDT, ETHBTC), List.of(new FakeStrategy()),
            Map.of("STRATEGIES", "fake", "PAPER_BALANCES", "100USDT,0.1BTC", "RISK_MAX_ORDER_NOTIONAL", "1BTC",
                "RISK_MAX_POSITION", "1BTC")).begin();
        List<SavedPart> before = rich.snapshot();
        int facts = rich.journal().size();
        rich.quote(2, 6, 7);
        assertThat(rich.give(Verb.BUY, "ETHBTC 1")).startsWith("✓ #1 buy");
        rich.ack(Updates.trade(rich.order(1), OrderStatus.FILLED, 0, 100_000, 7, rich.nowNs()));

        String positions = "ETH 1 of user, average entry 1399.93 USDT, no quote, entry valued at the touch";
        assertThat(rich.decisions()).contains(new AssetValued(AccountId.PAPER, "BTC", "USDT", "19999"));
        assertThat(rich.give(Verb.POSITIONS, "")).isEqualTo(positions);
        assertThat(rich.give(Verb.BALANCE, "")).isEqualTo("BTC 0.03\nETH 1\nUSDT 100");

        CoreRig later = CoreRig.recovered(rich, before, rich.journal().subList(facts, rich.journal().size()));
        assertThat(later.give(Verb.POSITIONS, "")).isEqualTo(positions);
    }

    private void trade(long number, long qty, long price) {
        rig.ack(Updates.trade(rig.order(number), OrderStatus.FILLED, 0, qty, price, rig.nowNs()));
    }
}
