package io.ringside.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.ForceMode;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.risk.RiskLimits;
import io.ringside.trading.settings.BadSettings;
import io.ringside.trading.settings.TradingConfig;
import io.ringside.trading.strategy.StrategyConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingSettingsTest {

    @Test
    void shouldTradeOnPaperWithinSafeLimitsUnlessTold() {
        TradingConfig trading = Settings.demo(Map.of(), 0).trading();

        assertThat(trading.paper().balances()).containsOnly(Map.entry("USDT", new BigDecimal("10000")));
        assertThat(trading.paper().latencyMs()).isEqualTo(50);
        assertThat(trading.limits()).isEqualTo(RiskLimits.DEFAULT);
        assertThat(trading.fees().taker()).isEqualByComparingTo("0.001");
        assertThat(trading.strategies())
            .containsExactly(new StrategyConfig("crossover", "crossover", false, Map.of()));
        assertThat(trading.settings()).isEmpty();
    }

    @Test
    void shouldTakeEverySettingAndKeepItsWordsForAReplay() {
        Map<String, String> values = new HashMap<>(Map.of("PAPER_BALANCES", "5000usdt, 0.5BTC",
            "PAPER_LATENCY_MS", "20", "FEE_MAKER", "0", "FEE_TAKER", "0.00075",
            "RISK_MAX_ORDER_NOTIONAL", "50USDT", "RISK_MAX_POSITION", "200USDT", "RISK_MAX_DAILY_LOSS", "5USDT",
            "RISK_MAX_DRAWDOWN", "6USDT", "STRATEGY", "on", "STRATEGY_PARAMETERS", "fast=5 slow=9"));
        values.putAll(Map.of("RISK_MAX_OPEN_ORDERS", "3", "RISK_MAX_ORDERS_PER_MINUTE", "4",
            "RISK_MAX_PRICE_OFF_BPS", "70", "RISK_MAX_QUOTE_AGE_MS", "800"));

        TradingConfig trading = Settings.demo(values, 0).trading();

        assertThat(trading.paper().balances()).containsOnlyKeys("USDT", "BTC");
        assertThat(trading.paper().latencyMs()).isEqualTo(20);
        assertThat(trading.fees().maker()).isZero();
        assertThat(trading.limits()).isEqualTo(new RiskLimits(usdt("50"), usdt("200"), usdt("5"), usdt("6"), 3, 4, 70,
            800));
        assertThat(trading.strategies())
            .containsExactly(new StrategyConfig("crossover", "crossover", true, Map.of("fast", "5", "slow", "9")));
        assertThat(trading.settings()).containsExactlyInAnyOrderEntriesOf(values);
    }

    @Test
    void shouldNameSeveralStrategiesEachWithItsOwnSettings() {
        Map<String, String> values = Map.of("STRATEGIES", "fast:crossover, slow:crossover", "STRATEGY_SLOW", "on",
            "STRATEGY_FAST_PARAMETERS", "fast=5 slow=9", "STRATEGY_PARAMETERS", "fast=50 slow=90");

        TradingConfig trading = Settings.demo(values, 0).trading();

        assertThat(trading.strategies()).containsExactly(
            new StrategyConfig("fast", "crossover", false, Map.of("fast", "5", "slow", "9")),
            new StrategyConfig("slow", "crossover", true, Map.of("fast", "50", "slow", "90")));
        assertThat(trading.settings()).containsExactlyInAnyOrderEntriesOf(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "STRATEGIES | a:crossover,a:crossover | STRATEGIES: 'a' is named more than once",
        "STRATEGIES | on:crossover | STRATEGIES: 'on' cannot name a strategy; allowed are 1 to 16 lower-case "
            + "letters and digits, the first a letter, and not one of the words all, external, off, on, parameters, "
            + "set, status, user",
        "STRATEGY_CROSSOVER | yes | STRATEGY_CROSSOVER is 'yes', allowed are off, on",
        "PAPER_BALANCES | 100 | PAPER_BALANCES: '100' is not an amount; expected e.g. 100USDT",
        "PAPER_BALANCES | -5USDT | PAPER_BALANCES: '-5USDT' is not an amount; expected e.g. 100USDT",
        "RISK_MAX_POSITION | 1.2.3USDT | RISK_MAX_POSITION: '1.2.3USDT' is not an amount; expected e.g. 100USDT",
        "PAPER_BALANCES | 1USDT,2usdt | PAPER_BALANCES: USDT has more than one amount",
        "PAPER_LATENCY_MS | 60001 | PAPER_LATENCY_MS is '60001', allowed are whole numbers from 0 to 60000",
        "FEE_TAKER | 1 | FEE_TAKER is '1', allowed are rates from 0 to below 1, like 0.001",
        "RISK_MAX_OPEN_ORDERS | 0 | RISK_MAX_OPEN_ORDERS is '0', allowed are whole numbers from 1 to 1000",
        "STRATEGY | yes | STRATEGY is 'yes', allowed are off, on",
        "STRATEGY_PARAMETERS | fast | STRATEGY_PARAMETERS: cannot read 'fast', write name=value words",
        "JOURNAL_FSYNC | always | JOURNAL_FSYNC is 'always', allowed are never, orders",
        "JOURNAL_SEGMENT_MB | 0 | JOURNAL_SEGMENT_MB is '0', allowed are whole numbers from 1 to 1024",
        "JOURNAL_KEEP_MB | 8 | JOURNAL_KEEP_MB is '8', allowed are whole numbers from 32 to 1073741824"})
    void shouldNameTheError(String name, String value, String mistake) {
        BadSettings bad = catchThrowableOfType(BadSettings.class, () -> Settings.demo(Map.of(name, value), 0));

        assertThat(bad).hasMessage(mistake);
    }

    @Test
    void shouldLeaveTheStrategysParametersToTheStrategy() {
        BadSettings bad = catchThrowableOfType(BadSettings.class,
            () -> Settings.demo(Map.of("STRATEGY_PARAMETERS", "fast=50 slow=20"), 0));

        assertThat(bad).hasMessageStartingWith("STRATEGY_PARAMETERS: ").hasMessageContaining("fast");
    }

    @Test
    void shouldNameTheKnownStrategiesForOneThatIsUnknown() {
        BadSettings bad = catchThrowableOfType(BadSettings.class, () -> Settings.demo(Map.of("STRATEGIES", "a:b"), 0));

        assertThat(bad).hasMessageStartingWith("STRATEGIES: 'b' is not a strategy; allowed are ")
            .hasMessageContaining("crossover");
    }

    @Test
    void shouldNameTheSettingOfTheStrategyThatRejected() {
        BadSettings bad = catchThrowableOfType(BadSettings.class, () -> Settings.demo(Map.of("STRATEGIES",
            "a:crossover,b:crossover", "STRATEGY_B_PARAMETERS", "fast=50 slow=20"), 0));

        assertThat(bad).hasMessageStartingWith("STRATEGY_B_PARAMETERS: fast is '50'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRATEGY_SLWO", "STRATEGY_SLWO_PARAMETERS", "STRATEGY_SLOW_PARAMTERS", "STRATEGY_slow"})
    void shouldReportASettingThatBelongsToNoStrategy(String name) {
        BadSettings bad = catchThrowableOfType(BadSettings.class,
            () -> Settings.demo(Map.of("STRATEGIES", "fast:crossover,slow:crossover", name, "on"), 0));

        assertThat(bad).hasMessage(name + " belongs to no strategy; the strategies are fast, slow");
    }

    @Test
    void shouldJournalTheLiveRunOnlyUnlessTold() {
        Map<String, String> live = Map.of("TG_BOT_TOKEN", "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr",
            "TG_CHAT_ID", "42");

        JournalConfig journal = Settings.live(live).journal().orElseThrow();

        assertThat(journal.directory()).isEqualTo(Path.of("ringside-journal"));
        assertThat(journal.ticks()).isTrue();
        assertThat(journal.force()).isEqualTo(ForceMode.NEVER);
        assertThat(Settings.demo(Map.of(), 0).journal()).isEmpty();
        assertThat(Settings.demo(Map.of("JOURNAL_DIR", "here", "JOURNAL_TICKS", "off", "JOURNAL_FSYNC", "orders"), 0)
            .journal()).hasValueSatisfying(told -> {
                assertThat(told.directory()).isEqualTo(Path.of("here"));
                assertThat(told.ticks()).isFalse();
                assertThat(told.force()).isEqualTo(ForceMode.ORDERS);
            });
    }

    @Test
    void shouldKeepARunsRecordThroughItsJson() throws Exception {
        RunRecord run = EngineRun.of(7, Map.of("STRATEGY", "off"));

        RunRecord read = RunRecord.fromJson(run.toJson());

        assertThat(read.toJson()).isEqualTo(run.toJson());
        assertThat(read.instruments()).isEqualTo(run.instruments());
        assertThat(read.trading()).isEqualTo(run.trading());
    }

    private static Map<String, BigDecimal> usdt(String amount) {
        return Map.of("USDT", new BigDecimal(amount));
    }
}
