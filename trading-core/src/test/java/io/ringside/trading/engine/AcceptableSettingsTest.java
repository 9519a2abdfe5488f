package io.ringside.trading.engine;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.strategy.StrategyConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run of another version may have had settings that this one does not accept. */
class AcceptableSettingsTest {

    private final List<String> refused = new ArrayList<>();

    @Test
    void shouldKeepWhatThisVersionAccepts() {
        Map<String, String> settings = Map.of("RISK_MAX_OPEN_ORDERS", "7", "STRATEGIES", "fast:crossover",
            "STRATEGY_FAST", "on", "RISK_OF_A_LATER_VERSION", "banana");

        assertThat(acceptable(settings).settings()).isEqualTo(settings);
        assertThat(refused).isEmpty();
    }

    @Test
    void shouldLeaveOutAndNameAValueThatItDoesNotAccept() {
        RunRecord run = acceptable(Map.of("RISK_MAX_OPEN_ORDERS", "banana", "RISK_MAX_QUOTE_AGE_MS", "900"));

        assertThat(run.trading().limits().maxQuoteAgeMs()).isEqualTo(900);
        assertThat(refused).containsExactly("RISK_MAX_OPEN_ORDERS=banana");
    }

    @Test
    void shouldLeaveOutStrategiesOfATypeThatIsGone() {
        RunRecord run = acceptable(Map.of("STRATEGIES", "old:gone", "STRATEGY_OLD", "on"));

        assertThat(run.trading().strategies()).extracting(StrategyConfig::type).containsExactly("crossover");
        assertThat(refused).containsExactly("STRATEGIES=old:gone");
    }

    @Test
    void shouldLeaveOutParametersThatFitNoTypeOfTheirStrategies() {
        RunRecord run = acceptable(Map.of("STRATEGIES", "fast:crossover", "STRATEGY_FAST_PARAMETERS", "stop=5"));

        assertThat(run.trading().strategies()).extracting(StrategyConfig::name).containsExactly("crossover");
        assertThat(refused).containsExactlyInAnyOrder("STRATEGIES=fast:crossover", "STRATEGY_FAST_PARAMETERS=stop=5");
    }

    private RunRecord acceptable(Map<String, String> settings) {
        return RunRecord.of(1, List.of(BTCUSDT), settings).acceptable(StrategyTypes.builtIn(), refused::add);
    }
}
