package io.ringside.trading.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.Decision.LossMarked;
import io.ringside.trading.engine.CoreRig;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code /limits}. */
class LimitsCommandTest {

    private final CoreRig rig = new CoreRig();

    @Test
    void shouldShowEveryLimitWithItsUse() {
        rig.hold("0.005");
        rig.give(Verb.BUY, "BTCUSDT 0.001 19500");
        rig.state(2, OrderStatus.ACCEPTED);

        assertThat(rig.give(Verb.LIMITS, "").split("\n")).containsExactly(
            "position BTCUSDT: 119.5 USDT of 500 USDT",
            "largest position of 0.005 BTC",
            "open orders: 1 of 20",
            "orders per minute: 2 of 30",
            "daily loss: 0 BTC of 0.0005 BTC",
            "daily loss: 0.005 USDT of 50 USDT",
            "drawdown: 0 BTC of 0.001 BTC",
            "drawdown: 0.005 USDT of 100 USDT",
            "largest order of 0.001 BTC",
            "largest order of 100 USDT",
            "largest distance from the touch of 500 bps",
            "quote age: up to 5 ms of 5000 ms");
    }

    @Test
    void shouldShowTheLargestPositionWhenNothingIsHeld() {
        assertThat(rig.give(Verb.LIMITS, "").split("\n")).contains("largest position of 500 USDT");
    }

    @Test
    void shouldSayThatAPositionWithoutAQuoteIsNotKnown() throws IOException {
        rig.hold("0.005");
        CoreRig next = CoreRig.recovered(rig, rig.snapshots().get(0), rig.journal().subList(1, rig.journal().size()));
        next.timer();

        assertThat(next.give(Verb.LIMITS, ""))
            .contains("position BTCUSDT: not known while BTCUSDT has no quote, of 500 USDT");
    }

    @Test
    void shouldCountTheDrawdownFromAReset() {
        rig.hold("0.005");
        rig.quote(0, 1_000_000, 1_000_100);
        rig.pass(TimeUnit.SECONDS.toNanos(1));
        rig.timer();
        assertThat(rig.give(Verb.LIMITS, "")).contains("drawdown: 50 USDT of 100 USDT");

        assertThat(rig.give(Verb.LIMITS, "reset drawdown"))
            .isEqualTo("✓ the drawdown in USDT counts from now on; it was 50 USDT");

        assertThat(rig.give(Verb.LIMITS, ""))
            .contains("drawdown: 0 USDT of 100 USDT, counted since 2024-10-04T12:00:01");
        rig.quote(0, 900_000, 900_100);
        assertThat(rig.give(Verb.LIMITS, "")).contains("drawdown: 5 USDT of 100 USDT, counted since");
        LossMarked marked = marks().get(marks().size() - 1);
        assertThat(marked.resetBy().chatId()).isEqualTo(CoreRig.USER.chatId());
        assertThat(marked.peak()).isEqualTo("-50");
    }

    @Test
    void shouldKeepAResetOverARestart() throws IOException {
        rig.hold("0.005");
        rig.quote(0, 1_000_000, 1_000_100);
        rig.give(Verb.LIMITS, "reset drawdown");

        CoreRig next = CoreRig.recovered(rig, rig.snapshots().get(0), rig.journal().subList(1, rig.journal().size()));
        next.begin();
        next.quote(0, 900_000, 900_100);

        assertThat(next.give(Verb.LIMITS, "")).contains("drawdown: 5 USDT of 100 USDT, counted since 2024-10-04T12:00");
    }

    @Test
    void shouldNotResetWhatIsNotKnown() throws IOException {
        rig.hold("0.005");
        CoreRig next = CoreRig.recovered(rig, rig.snapshots().get(0), rig.journal().subList(1, rig.journal().size()));
        next.timer();

        assertThat(next.give(Verb.LIMITS, "reset drawdown")).isEqualTo(
            "✗ nothing is reset: the drawdown in USDT is not known while BTCUSDT is held and has no quote");
        assertThat(next.give(Verb.LIMITS, "")).contains("daily loss: not known while BTCUSDT has no quote, of 50 USDT");
    }

    @Test
    void shouldSayThatThereIsNothingToReset() {
        assertThat(rig.give(Verb.LIMITS, "reset drawdown"))
            .isEqualTo("there is no drawdown yet: nothing has been traded");
    }

    private List<LossMarked> marks() {
        return rig.decisions().stream().filter(LossMarked.class::isInstance).map(LossMarked.class::cast).toList();
    }
}
