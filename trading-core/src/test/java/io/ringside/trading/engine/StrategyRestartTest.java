package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision.ReplySent;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.Decision.StrategyRemembered;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of a strategy's memory, which here is the number of ticks it saw, when the process dies. */
class StrategyRestartTest {

    private static final long NEW_MESSAGE = 1_000;

    private final CoreRig live = new CoreRig();
    private final List<SavedPart> first = live.snapshot();
    private final int begun = live.journal().size();

    @Test
    void shouldRememberWhatItKnewASecondAgoWhateverTheSnapshotHolds() throws IOException {
        live.give(Verb.STRATEGY, "on");
        quote();
        quote();
        second();
        quote();

        CoreRig back = CoreRig.recovered(live, first, facts(live.journal().size()));

        assertThat(back.give(Verb.STRATEGY, "")).isEqualTo("fake on, fast=5 slow=20\n2 ticks");
    }

    @Test
    void shouldRememberEachOfItsOrdersAndTheirUpdates() throws IOException {
        live.give(Verb.STRATEGY, "on");
        quote();
        live.strategy().placeNext(Side.BUY, 100);
        quote();

        CoreRig back = CoreRig.recovered(live, first, facts(live.journal().size()));

        assertThat(back.give(Verb.STRATEGY, "")).endsWith("\n2 ticks");
    }

    @Test
    void shouldJournalItsMemoryOnlyWhenThatHasChangedAndAtMostOnceASecond() {
        live.give(Verb.STRATEGY, "on");
        second();
        long before = remembered();
        for (int i = 0; i < 50; i++) {
            quote();
        }
        second();
        second();
        second();

        assertThat(remembered() - before).isEqualTo(1);
    }

    @Test
    void shouldForgetWhatWasResetByASwitch() throws IOException {
        live.give(Verb.STRATEGY, "on");
        quote();
        second();
        live.give(Verb.STRATEGY, "off");
        live.give(Verb.STRATEGY, "on");
        int reset = live.journal().size();
        while (!(live.journal().get(reset - 1).decision() instanceof StrategyChanged)) {
            reset--;
        }

        CoreRig back = CoreRig.recovered(live, first, facts(reset));

        assertThat(back.give(Verb.STRATEGY, "")).isEqualTo("fake on, fast=5 slow=20\n0 ticks");
    }

    @Test
    void shouldStayOffAfterAFaultAndTellUsersWhoWereNotTold() throws IOException {
        live.give(Verb.STRATEGY, "on");
        live.strategy().failNext("boom");
        quote();
        int told = live.journal().size();
        while (!(live.journal().get(told - 1).decision() instanceof ReplySent)) {
            told--;
        }

        CoreRig before = CoreRig.recovered(live, first, facts(told - 1));
        CoreRig after = CoreRig.recovered(live, first, facts(told));
        before.timer();
        after.timer();

        assertThat(before.texts()).filteredOn(text -> text.contains("boom")).hasSize(1);
        assertThat(after.texts()).noneMatch(text -> text.contains("boom"));
        assertThat(after.give(Verb.STRATEGY, "")).contains("fake off").contains("boom");
    }

    @Test
    void shouldKeepTheMemoryOfOneThatFailedWhileItWasOff() throws IOException {
        live.give(Verb.STRATEGY, "on");
        live.strategy().placeNext(Side.BUY, 100);
        quote();
        live.give(Verb.STRATEGY, "off");
        live.strategy().failNext("boom");
        live.state(1, OrderStatus.ACCEPTED);

        CoreRig back = CoreRig.recovered(live, first, facts(live.journal().size()));

        assertThat(memory(back)).isEqualTo(memory(live));
    }

    @Test
    void shouldCancelTheOrdersOfAFaultyStrategyAgainAfterARestart() throws IOException {
        live.give(Verb.STRATEGY, "on");
        live.strategy().placeNext(Side.BUY, 100);
        quote();
        live.state(1, OrderStatus.ACCEPTED);
        live.strategy().failNext("boom");
        quote();

        CoreRig back = restarted(new FakeStrategy());
        back.timer();

        assertThat(back.gateway().calls()).contains("cancel #1");
    }

    @Test
    void shouldKeepParametersThatWereSetWhileItWasStopped() throws IOException {
        live.give(Verb.STRATEGY, "on");
        live.strategy().failNext("boom");
        quote();
        live.give(Verb.STRATEGY, "set fast=7");

        CoreRig back = CoreRig.recovered(live, first, facts(live.journal().size()));

        assertThat(back.give(Verb.STRATEGY, "")).startsWith("fake off, fast=7 slow=20\nstopped: it failed on a quote");
        assertThat(memory(back)).isEqualTo(memory(live));
    }

    @Test
    void shouldRecoverAllElseWhenTheMemoryOfAStrategyCannotBeWritten() throws IOException {
        live.hold("0.001");
        live.strategy().hoard(1 << 20);
        live.give(Verb.STRATEGY, "on");
        FakeStrategy still = new FakeStrategy();
        still.hoard(1 << 20);

        CoreRig back = new CoreRig(2, TradeFixtures.KNOWN, still, false)
            .after(live, first, facts(live.journal().size()));

        assertThat(back.give(Verb.STRATEGY, "")).contains("fake off", "it failed when its memory was written");
        assertThat(back.give(Verb.POSITIONS, "")).contains("BTC 0.001 of user");
    }

    @Test
    void shouldLeaveAStrategyOffWhoseMemoryCannotBeReadAndRecoverAllElse() throws IOException {
        live.hold("0.001");
        live.give(Verb.STRATEGY, "on");
        quote();
        second();

        CoreRig back = restarted(new FakeStrategy().forgetful());
        quote(back);
        assertThat(back.strategy().seen()).containsExactly("reset");
        back.timer();
        back.timer();

        String why = "what it remembers cannot be read: java.io.IOException: no idea";
        assertThat(back.replies().stream().filter(reply -> reply.kind() == Reply.Kind.ALERT)
            .map(reply -> reply.toString()).filter(text -> text.contains(why))).hasSize(1);
        assertThat(back.decisions()).contains(
            new StrategyChanged("fake", false, "fast=5 slow=20", ChangeReason.STATE, why));
        assertThat(back.books().portfolio().balance("BTC")).isEqualByComparingTo("0.001");
        assertThat(back.give(Verb.STRATEGY.code(), "on", NEW_MESSAGE)).isEqualTo("✓ strategy fake on, fast=5 slow=20");
    }

    @Test
    void shouldReplaceMemoryThatCannotBeReadOnlyWhenItIsSwitchedOn() throws IOException {
        live.give(Verb.STRATEGY, "on");
        quote();
        second();

        CoreRig broken = restarted(new FakeStrategy().forgetful());
        broken.timer();
        assertThat(memory(broken)).isEqualTo(memory(live));

        broken.give(Verb.STRATEGY.code(), "on", NEW_MESSAGE);
        assertThat(memory(broken)).isNotEqualTo(memory(live));
    }

    private CoreRig restarted(FakeStrategy strategy) throws IOException {
        CoreRig back = new CoreRig(2, TradeFixtures.KNOWN, strategy, false);
        back.engine().snapshot().loadDurable(live.snapshot());
        return back;
    }

    private static byte[] memory(CoreRig rig) {
        return rig.snapshot().stream().filter(part -> part.name().equals("strategy memories")).findFirst()
            .orElseThrow().state();
    }

    private List<CoreRig.Entry> facts(int end) {
        return live.journal().subList(begun, end);
    }

    private long remembered() {
        return live.decisions().stream().filter(StrategyRemembered.class::isInstance).count();
    }

    private void second() {
        live.pass(TimeUnit.SECONDS.toNanos(1));
        live.timer();
    }

    private void quote() {
        quote(live);
    }

    private static void quote(CoreRig rig) {
        rig.quote(0, 1_999_900, 2_000_000);
    }
}
