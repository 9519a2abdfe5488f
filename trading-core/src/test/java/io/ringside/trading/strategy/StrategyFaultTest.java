package io.ringside.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.Side;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.engine.FakeStrategy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A strategy that throws; it is on and has an open order. */
class StrategyFaultTest {

    private final CoreRig rig = new CoreRig();
    private final FakeStrategy strategy = rig.strategy();

    @BeforeEach
    void order() {
        rig.give(Verb.STRATEGY, "on");
        strategy.placeNext(Side.BUY, 100);
        quote();
        rig.state(1, OrderStatus.ACCEPTED);
        strategy.seen();
        rig.replies();
        rig.gateway().calls();
        rig.happened();
    }

    @Test
    void shouldBeSwitchedOffByADecisionWithItsOrdersCanceledAndUsersToldOnce() {
        strategy.failNext("boom");
        quote();
        quote();
        rig.timer();

        assertThat(strategy.seen()).containsExactly("tick 0");
        assertThat(rig.happened()).startsWith("StrategyChanged", "ReplySent", "CancelRequested", "cancel #1");
        assertThat(rig.decisions()).contains(new StrategyChanged("fake", false, "fast=5 slow=20", ChangeReason.FAULT,
            "it failed on a quote: java.lang.IllegalStateException: boom"));
        assertThat(rig.replies()).containsExactly(Reply.alert(CoreRig.ALERTS, "⚠ strategy fake is switched off: it "
            + "failed on a quote: java.lang.IllegalStateException: boom; its positions stay, /strategy fake on starts "
            + "it anew"));
    }

    @Test
    void shouldBeStoppedWhereverItThrows() {
        strategy.failNext("boom");
        rig.timer();
        assertThat(rig.give(Verb.STRATEGY, "")).isEqualTo("fake off, fast=5 slow=20\n"
            + "stopped: it failed on a timer: java.lang.IllegalStateException: boom");

        rig.give(Verb.STRATEGY, "on");
        strategy.failNext("bang");
        rig.state(1, OrderStatus.CANCELED);
        assertThat(rig.give(Verb.STRATEGY, ""))
            .endsWith("stopped: it failed on an update of order #1: java.lang.IllegalStateException: bang");
    }

    @Test
    void shouldStartAgainFromNothingWhenAUserSwitchesItOn() {
        strategy.failNext("boom");
        quote();
        strategy.seen();

        assertThat(rig.give(Verb.STRATEGY, "on")).isEqualTo("✓ strategy fake on, fast=5 slow=20");
        quote();

        assertThat(strategy.seen()).containsExactly("reset", "tick 0");
        assertThat(rig.decisions())
            .contains(new StrategyChanged("fake", true, "fast=5 slow=20", ChangeReason.USER, ""));
    }

    @Test
    void shouldStayOffWhenItThrowsAsItIsSwitchedOn() {
        rig.give(Verb.STRATEGY, "off");
        strategy.failNext("boom");

        assertThat(rig.give(Verb.STRATEGY, "on")).endsWith("✗ strategy fake off, fast=5 slow=20: it failed when it was "
            + "switched on: java.lang.IllegalStateException: boom");
        assertThat(rig.give(Verb.STRATEGY, "on")).isEqualTo("✓ strategy fake on, fast=5 slow=20");
    }

    @Test
    void shouldCallNothingOfAStoppedStrategy() {
        strategy.failNext("boom");
        quote();
        strategy.seen();

        rig.state(1, OrderStatus.CANCELED);

        assertThat(strategy.seen()).isEmpty();
    }

    @Test
    void shouldAskAgainForCancelsThatTheGatewayCouldNotTake() {
        rig.gateway().take(0);
        strategy.failNext("boom");
        quote();
        rig.gateway().take(Integer.MAX_VALUE);
        rig.pass(TimeUnit.SECONDS.toNanos(1));
        rig.timer();
        rig.pass(TimeUnit.SECONDS.toNanos(1));
        rig.timer();

        assertThat(rig.gateway().calls()).containsExactly("cancel #1");
    }

    @Test
    void shouldTellAStrategyThatIsOffOfItsOwnOrdersAndLetItPlaceNone() {
        rig.give(Verb.STRATEGY, "off");
        strategy.placeNext(Side.BUY, 100);
        rig.fill(1);

        assertThat(strategy.seen()).containsExactly("ack #1 FILLED");
        assertThat(strategy.placement().rejection()).isEqualTo("✗ the strategy is off");
        assertThat(rig.order(2)).isNull();
    }

    @Test
    void shouldBeStoppedWhenItThrowsAsItIsAskedForItsStatus() {
        strategy.failNext("boom");

        assertThat(rig.give(Verb.STRATEGY, "")).endsWith("fake off, fast=5 slow=20\nstopped: it failed when its "
            + "status was asked for: java.lang.IllegalStateException: boom");
        assertThat(rig.happened()).contains("StrategyChanged", "cancel #1");
    }

    @Test
    void shouldStopAStrategyWhoseMemoryIsTooLarge() {
        strategy.hoard(StrategyMemory.MAX_BYTES + 1);
        rig.pass(TimeUnit.SECONDS.toNanos(1));
        rig.timer();

        assertThat(rig.give(Verb.STRATEGY, "")).endsWith("stopped: it failed when its memory was written: "
            + "java.lang.IllegalStateException: it has 32769 bytes, allowed are 32768");
    }

    @Test
    void shouldSayThatItStaysOffWhenItsMemoryIsTooLargeAsItIsSwitchedOn() {
        rig.give(Verb.STRATEGY, "off");
        strategy.hoard(StrategyMemory.MAX_BYTES + 1);

        assertThat(rig.give(Verb.STRATEGY, "on")).contains("✗ strategy fake off, fast=5 slow=20: it failed when its "
            + "memory was written").doesNotContain("✓");
    }

    private void quote() {
        rig.quote(0, 1_999_900, 2_000_000);
    }
}
