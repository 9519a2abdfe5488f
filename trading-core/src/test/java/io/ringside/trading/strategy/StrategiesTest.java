package io.ringside.trading.strategy;

import static io.ringside.trading.market.TradeFixtures.restarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.decision.Side;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.engine.FakeStrategy;
import io.ringside.trading.market.RingTime;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two strategies beside each other, {@code trend} before {@code dip}. */
class StrategiesTest {

    private final FakeStrategy trend = new FakeStrategy();
    private final FakeStrategy dip = new FakeStrategy();
    private final CoreRig rig = new CoreRig("trend,dip", trend, dip).begin();

    @Test
    void shouldCallThoseThatAreOnInTheOrderOfTheSettings() {
        rig.give(Verb.STRATEGY, "dip on");
        rig.give(Verb.STRATEGY, "trend on");
        trend.placeNext(Side.BUY, 100);
        dip.placeNext(Side.BUY, 100);

        rig.quote(0, 1_999_900, 2_000_000);

        assertThat(rig.order(1).placed().source()).isEqualTo("trend");
        assertThat(rig.order(2).placed().source()).isEqualTo("dip");
    }

    @Test
    void shouldSwitchOneAndLeaveTheOther() {
        assertThat(rig.give(Verb.STRATEGY, "dip on")).isEqualTo("✓ strategy dip on, fast=5 slow=20");

        rig.timer();

        assertThat(trend.seen()).isEmpty();
        assertThat(dip.seen()).containsExactly("reset", "timer");
        assertThat(rig.decisions()).contains(change("dip", true, "fast=5 slow=20"));
    }

    @Test
    void shouldTellEachOfItsOwnOrdersOnly() {
        rig.give(Verb.STRATEGY, "trend on");
        rig.give(Verb.STRATEGY, "dip on");
        dip.placeNext(Side.BUY, 100);
        rig.quote(0, 1_999_900, 2_000_000);
        trend.seen();
        dip.seen();

        rig.state(1, OrderStatus.ACCEPTED);

        assertThat(trend.seen()).isEmpty();
        assertThat(dip.seen()).containsExactly("ack #1 ACCEPTED");
    }

    @Test
    void shouldShowAllWhenNoneIsNamed() {
        rig.give(Verb.STRATEGY, "dip set fast=7");

        assertThat(rig.give(Verb.STRATEGY, "")).isEqualTo(
            "trend off, fast=5 slow=20\n0 ticks\ndip off, fast=7 slow=20\n0 ticks");
        assertThat(rig.give(Verb.STATUS, "")).endsWith(
            "strategies trend off, fast=5 slow=20; dip off, fast=7 slow=20");
    }

    @Test
    void shouldAskWhichOneWhenNoneIsNamed() {
        assertThat(rig.give(Verb.STRATEGY, "on"))
            .isEqualTo("✗ which strategy? Name one of trend, dip, e.g. /strategy trend on");
        assertThat(rig.give(Verb.STRATEGY, "other on"))
            .isEqualTo("✗ no strategy is named 'other'; there are trend, dip");
    }

    @Test
    void shouldRecoverEachByItsNameAndDropThoseThatHaveGone() throws IOException {
        rig.give(Verb.STRATEGY, "trend set fast=9");
        rig.give(Verb.STRATEGY, "dip on");
        Strategies later = strategies("dip", "added");

        restarted(rig.engine().strategies().switches(), later.switches());
        later.restore(change("trend", true, "fast=9 slow=20"));

        assertThat(later.summary()).isEqualTo("strategies dip on, fast=5 slow=20; added off, fast=5 slow=20");
    }

    @Test
    void shouldTryOtherParametersByNameOfTheStrategy() {
        rig.engine().strategies().change(Map.of("dip.fast", "8"));

        assertThat(rig.engine().strategies().summary())
            .isEqualTo("strategies trend off, fast=5 slow=20; dip off, fast=8 slow=20");
        assertThatThrownBy(() -> rig.engine().strategies().change(Map.of("fast", "8")))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("'fast' names no strategy; there are trend, dip, write e.g. trend.fast=8");
    }

    private static Strategies strategies(String... names) {
        return new Strategies(Arrays.stream(names).map(name -> new StrategyHost(
            new StrategyConfig(name, name, false, Map.of()), new FakeStrategy(), null,
            new StrategyLog(DecisionLog.NONE, new RingTime(), reply -> true, FakeStrategy.ORIGIN))).toList());
    }

    private static StrategyChanged change(String strategy, boolean on, String parameters) {
        return new StrategyChanged(strategy, on, parameters, ChangeReason.USER, "");
    }
}
