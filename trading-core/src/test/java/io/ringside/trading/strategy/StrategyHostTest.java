package io.ringside.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Arguments.StrategyOrder;
import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.decision.Side;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.engine.FakeStrategy;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Updates;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyHostTest {

    private final CoreRig rig = new CoreRig();
    private final FakeStrategy strategy = rig.strategy();

    @Test
    void shouldSeeNothingWhileOff() {
        rig.give(Verb.BUY, "BTCUSDT 0.001");
        rig.fill(1);
        rig.timer();
        rig.quote(0, 1_999_900, 2_000_000);

        assertThat(strategy.seen()).isEmpty();
    }

    @Test
    void shouldResetWhenSwitchedOn() {
        assertThat(rig.give(Verb.STRATEGY, "on")).isEqualTo("✓ strategy fake on, fast=5 slow=20");
        rig.quote(0, 1_999_900, 2_000_000);
        rig.timer();

        assertThat(strategy.seen()).containsExactly("reset", "tick 0", "timer");
        assertThat(rig.decisions()).contains(change("fake", true, "fast=5 slow=20"));
    }

    @Test
    void shouldSeeNothingAfterItIsSwitchedOff() {
        rig.give(Verb.STRATEGY, "on");
        assertThat(rig.give(Verb.STRATEGY, "off")).isEqualTo("✓ strategy fake off, fast=5 slow=20");
        strategy.seen();

        rig.quote(0, 1_999_900, 2_000_000);

        assertThat(strategy.seen()).isEmpty();
        assertThat(rig.decisions()).contains(change("fake", false, "fast=5 slow=20"));
    }

    @Test
    void shouldSayThatItIsOnOrOffAlready() {
        assertThat(rig.give(Verb.STRATEGY, "off")).isEqualTo("strategy fake off, fast=5 slow=20 already");
        rig.give(Verb.STRATEGY, "on");
        strategy.seen();

        assertThat(rig.give(Verb.STRATEGY, "on")).isEqualTo("strategy fake on, fast=5 slow=20 already");
        assertThat(strategy.seen()).isEmpty();
        assertThat(rig.decisions().stream().filter(StrategyChanged.class::isInstance)).hasSize(1);
    }

    @Test
    void shouldChangeParameters() {
        assertThat(rig.give(Verb.STRATEGY, "set fast=7 slow=30"))
            .isEqualTo("✓ strategy fake off, fast=7 slow=30; its state is reset");
        assertThat(rig.decisions()).contains(change("fake", false, "fast=7 slow=30"));
    }

    @Test
    void shouldChangeNothingWhenAParameterIsRejected() {
        assertThat(rig.give(Verb.STRATEGY, "set fast=7 slow=900"))
            .isEqualTo("✗ nothing changed: slow is 900, allowed are 1 to 100");

        assertThat(rig.give(Verb.STRATEGY, "")).isEqualTo("fake off, fast=5 slow=20\n0 ticks");
        assertThat(rig.decisions().stream().filter(StrategyChanged.class::isInstance)).isEmpty();
    }

    @Test
    void shouldTellWhatItSees() {
        rig.give(Verb.STRATEGY, "on");
        rig.quote(0, 1_999_900, 2_000_000);

        assertThat(rig.give(Verb.STRATEGY, "status")).isEqualTo("fake on, fast=5 slow=20\n1 ticks");
    }

    @Test
    void shouldHearOnlyOfItsOwnOrders() {
        rig.give(Verb.STRATEGY, "on");
        strategy.placeNext(Side.BUY, 100);
        rig.quote(0, 1_999_900, 2_000_000);
        rig.give(Verb.BUY, "BTCUSDT 0.001");
        strategy.seen();

        rig.state(1, OrderStatus.ACCEPTED);
        rig.state(2, OrderStatus.ACCEPTED);

        assertThat(strategy.seen()).containsExactly("ack #1 ACCEPTED");
    }

    @Test
    void shouldHearOfEachExecutionOnce() {
        rig.give(Verb.STRATEGY, "on");
        strategy.placeNext(Side.BUY, 300);
        rig.quote(0, 1_999_900, 2_000_000);
        strategy.seen();

        rig.ack(Updates.trade(rig.order(1), OrderStatus.PARTIALLY_FILLED, 0, 100));
        rig.ack(Updates.trade(rig.order(1), OrderStatus.PARTIALLY_FILLED, 100, 200));
        rig.ack(Updates.trade(rig.order(1), OrderStatus.PARTIALLY_FILLED, 0, 100));

        assertThat(strategy.seen()).containsExactly("ack #1 PARTIALLY_FILLED", "ack #1 PARTIALLY_FILLED");
    }

    @Test
    void shouldKeepSwitchAndParametersOverARestart() throws IOException {
        rig.give(Verb.STRATEGY, "set fast=7");
        rig.give(Verb.STRATEGY, "on");

        StrategyHost back = restarted(rig.engine().strategies().find("fake"), host(new FakeStrategy(), false));

        assertThat(back.isOn()).isTrue();
        assertThat(back.head()).isEqualTo("fake on, fast=7 slow=20");
    }

    @Test
    void shouldFollowSettingsThatWereChanged() throws IOException {
        rig.give(Verb.STRATEGY, "set fast=7");
        rig.give(Verb.STRATEGY, "on");
        StrategyHost host = rig.engine().strategies().find("fake");

        StrategyHost otherParameters = restarted(host, host(with("fake", 100, "6"), false));
        StrategyHost otherSwitch = restarted(host, host(new FakeStrategy(), true));
        StrategyHost otherStrategy = restarted(host, host(with("other", 100, "5"), false));

        assertThat(otherParameters.head()).isEqualTo("fake off, fast=6 slow=20");
        assertThat(otherSwitch.head()).isEqualTo("fake on, fast=5 slow=20");
        assertThat(otherStrategy.head()).isEqualTo("other off, fast=5 slow=20");
    }

    @Test
    void shouldFollowChangedSettingsOverChangesBehindTheSnapshot() throws IOException {
        StrategyHost back = restarted(rig.engine().strategies().find("fake"), host(with("fake", 100, "6"), false));

        back.restore(change("fake", true, "fast=7 slow=20"));

        assertThat(back.head()).isEqualTo("fake off, fast=6 slow=20");
    }

    @Test
    void shouldTakeOverARecordedChange() throws IOException {
        StrategyHost back = restarted(rig.engine().strategies().find("fake"), host(new FakeStrategy(), false));

        back.restore(change("fake", true, "fast=7 slow=20"));

        assertThat(back.head()).isEqualTo("fake on, fast=7 slow=20");
    }

    @Test
    void shouldStayOffWithParametersThatCannotBeUsedAnyMore() throws IOException {
        rig.give(Verb.STRATEGY, "set slow=90");
        rig.give(Verb.STRATEGY, "on");

        StrategyHost back = restarted(rig.engine().strategies().find("fake"), host(with("fake", 50, "5"), false));

        assertThat(back.head()).isEqualTo("fake off, fast=5 slow=20");
    }

    @Test
    void shouldRecoverAStrategyWithoutParameters() throws IOException {
        StrategyHost on = host(new FakeStrategy("bare", 1, Map.of()), false);
        on.command(new StrategyOrder("", StrategyOrder.Action.ON, Map.of()));

        StrategyHost back = restarted(on, host(new FakeStrategy("bare", 1, Map.of()), false));

        assertThat(back.isOn()).isTrue();
    }

    private static StrategyHost restarted(StrategyHost before, StrategyHost after) throws IOException {
        TradeFixtures.restarted(before.switches(), after.switches());
        return after;
    }

    private static FakeStrategy with(String name, int most, String fast) {
        return new FakeStrategy(name, most, Map.of("fast", fast, "slow", "20"));
    }

    /** For what never sees an event, and so needs no trader. */
    private static StrategyHost host(FakeStrategy strategy, boolean on) {
        StrategyConfig config = new StrategyConfig(strategy.name(), strategy.name(), on, Map.of());
        return new StrategyHost(config, strategy, null,
            new StrategyLog(DecisionLog.NONE, new RingTime(), reply -> true, FakeStrategy.ORIGIN));
    }

    private static StrategyChanged change(String strategy, boolean on, String parameters) {
        return new StrategyChanged(strategy, on, parameters, ChangeReason.USER, "");
    }
}
