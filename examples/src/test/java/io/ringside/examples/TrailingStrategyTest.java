package io.ringside.examples;

import static io.ringside.examples.FillingTrader.BTC;
import static io.ringside.examples.FillingTrader.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.Origin;
import io.ringside.trading.decision.Side;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.strategy.Strategy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How to test a strategy of your own: quotes in, orders out, through the ports alone. */
class TrailingStrategyTest {

    private static final Origin ORIGIN = Origin.telegram(11, -22, 33, 44);

    private final FillingTrader trader = new FillingTrader();
    private final Strategy strategy = new TrailingStrategy(BTC, ORIGIN);

    @Test
    void shouldBuyAboveALowAndSellBelowAHigh() {
        quotes(strategy, 1_010_000, 1_000_000, 1_005_000);
        assertThat(trader.orders()).isEmpty();

        quotes(strategy, 1_005_001);
        quotes(strategy, 1_020_000, 1_014_900, 1_014_899);

        assertThat(sides()).containsExactly(Side.BUY, Side.SELL);
        assertThat(trader.orders()).extracting(OrderRequest::reasoning).containsExactly(
            "turned at 1000000, now 1005001, more than 50 bps", "turned at 1020000, now 1014899, more than 50 bps");
        assertThat(trader.position(BTC)).isZero();
    }

    @Test
    void shouldIgnoreOtherSymbolsAndWaitForItsOpenOrder() {
        strategy.onTick(quote(BTC + 1, 100), trader);
        strategy.onTick(quote(BTC + 1, 200), trader);
        trader.orderOpen(true);
        quotes(strategy, 1_000_000, 2_000_000);

        assertThat(trader.orders()).isEmpty();
    }

    @Test
    void shouldContinueAfterARestartAndBeginAnewWhenReset() throws IOException {
        strategy.set(Map.of("bps", "100"));
        quotes(strategy, 1_000_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        strategy.saveMemory(new DataOutputStream(bytes));
        Strategy next = new TrailingStrategy(BTC, ORIGIN);
        next.set(Map.of("bps", "100"));
        next.loadMemory(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), strategy.version());
        assertThat(next.status()).isEqualTo("bps=100, turned at 1000000");

        quotes(next, 1_010_001);
        assertThat(sides()).containsExactly(Side.BUY);

        strategy.reset();
        assertThat(strategy.status()).isEqualTo("bps=100, waits for a quote");
    }

    @Test
    void shouldNameAnInvalidParameterAndChangeNothing() {
        assertThatThrownBy(() -> strategy.set(Map.of("bps", "0")))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("{bps=0}: allowed is bps from 1 to 9999");
        assertThatThrownBy(() -> strategy.set(Map.of("bbs", "7"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(strategy.parameters()).isEqualTo("bps=50");
    }

    private List<Side> sides() {
        return trader.orders().stream().map(OrderRequest::side).toList();
    }

    private void quotes(Strategy quoted, long... prices) {
        for (long price : prices) {
            quoted.onTick(quote(BTC, price), trader);
        }
    }
}
