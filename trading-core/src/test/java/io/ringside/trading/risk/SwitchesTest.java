package io.ringside.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.Switched;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.market.TradeFixtures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchesTest {

    private final List<Decision> decisions = new ArrayList<>();
    private final Switches switches = new Switches((decision, sequence) -> decisions.add(decision));

    @Test
    void shouldRecordEveryChange() {
        switches.pause(1);
        switches.halt(2);
        switches.resume(3);
        switches.endPause(4);

        assertThat(decisions).containsExactly(new Switched(false, 0, true), new Switched(true, 2, true),
            new Switched(false, 0, true), new Switched(false, 0, false));
    }

    @Test
    void shouldKeepTheFirstSequenceOfAHalt() {
        assertThat(switches.halt(2)).isTrue();
        assertThat(switches.halt(5)).isFalse();

        assertThat(switches.haltSequence()).isEqualTo(2);
        assertThat(decisions).hasSize(1);
    }

    @Test
    void shouldNotRecordWhatChangesNothing() {
        assertThat(switches.resume(1)).isFalse();
        assertThat(switches.endPause(2)).isFalse();
        assertThat(switches.pause(3)).isTrue();
        assertThat(switches.pause(4)).isFalse();

        assertThat(decisions).hasSize(1);
    }

    @Test
    void shouldSurviveARestart() throws IOException {
        switches.halt(2);
        switches.pause(3);

        Switches back = TradeFixtures.restarted(switches, new Switches(DecisionLog.NONE));

        assertThat(back.isHalted()).isTrue();
        assertThat(back.haltSequence()).isEqualTo(2);
        assertThat(back.isPaused()).isTrue();
    }

    @Test
    void shouldComeBackFromItsRecord() {
        switches.restore(new Switched(true, 8, false));

        assertThat(switches.isHalted()).isTrue();
        assertThat(switches.haltSequence()).isEqualTo(8);
        assertThat(decisions).isEmpty();
    }
}
