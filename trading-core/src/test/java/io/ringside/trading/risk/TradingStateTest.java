package io.ringside.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.TradingStateChanged;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.market.TradeFixtures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradingStateTest {

    private final List<Decision> decisions = new ArrayList<>();
    private final TradingState tradingState = new TradingState((decision, sequence) -> decisions.add(decision));

    @Test
    void shouldRecordEveryChange() {
        tradingState.pause(1);
        tradingState.halt(2);
        tradingState.resume(3);
        tradingState.endPause(4);

        assertThat(decisions).containsExactly(new TradingStateChanged(false, 0, true),
            new TradingStateChanged(true, 2, true),
            new TradingStateChanged(false, 0, true), new TradingStateChanged(false, 0, false));
    }

    @Test
    void shouldKeepTheFirstSequenceOfAHalt() {
        assertThat(tradingState.halt(2)).isTrue();
        assertThat(tradingState.halt(5)).isFalse();

        assertThat(tradingState.haltSequence()).isEqualTo(2);
        assertThat(decisions).hasSize(1);
    }

    @Test
    void shouldNotRecordWhatChangesNothing() {
        assertThat(tradingState.resume(1)).isFalse();
        assertThat(tradingState.endPause(2)).isFalse();
        assertThat(tradingState.pause(3)).isTrue();
        assertThat(tradingState.pause(4)).isFalse();

        assertThat(decisions).hasSize(1);
    }

    @Test
    void shouldSurviveARestart() throws IOException {
        tradingState.halt(2);
        tradingState.pause(3);

        TradingState back = TradeFixtures.restarted(tradingState, new TradingState(DecisionLog.NONE));

        assertThat(back.isHalted()).isTrue();
        assertThat(back.haltSequence()).isEqualTo(2);
        assertThat(back.isPaused()).isTrue();
    }

    @Test
    void shouldComeBackFromItsRecord() {
        tradingState.restore(new TradingStateChanged(true, 8, false));

        assertThat(tradingState.isHalted()).isTrue();
        assertThat(tradingState.haltSequence()).isEqualTo(8);
        assertThat(decisions).isEmpty();
    }
}
