package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.engine.EngineSession.Faults;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole trading engine, wired as in production, in random worlds: whatever comes in whatever order, nothing leaves
 * that must not, everything is answered, and every amount adds up to the last digit.
 */
class EnginePropertyTest {

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 70, 0", "2, 0, 40, 70, 3", "3, 150, 0, 70, 0", "4, 150, 60, 70, 5", "5, 0, 0, 55, 10",
        "6, 0, 90, 70, 0", "7, 2500, 30, 60, 2", "8, 0, 20, 52, 20", "9, 30, 0, 70, 0", "10, 0, 50, 60, 0",
        "11, 0, 0, 70, 5", "12, 500, 10, 65, 8", "13, 0, 0, 70, 0", "14, 0, 0, 60, 0", "15, 0, 80, 80, 30",
        "16, 5, 5, 70, 1", "17, 0, 0, 80, 0", "18, 60, 40, 55, 0", "19, 0, 0, 70, 0", "20, 0, 70, 70, 15"})
    void shouldKeepEveryRuleInAnyInterleaving(long seed, long latencyMs, int ringFull, int delivered,
                                              int unknownOrderAcks) {
        SplittableRandom random = new SplittableRandom(seed);
        RunRecord run = EngineRun.of(1, Map.of("PAPER_LATENCY_MS", "" + latencyMs));
        EngineOracle oracle = new EngineOracle(run);
        EngineSession session = new EngineSession(run, oracle, new RandomTrading(random), random,
            new Faults(ringFull, delivered, unknownOrderAcks));

        session.begin();
        session.run(3_000);
        session.endAllOrders();

        assertThat(oracle.placed()).as("orders that left").isGreaterThan(60);
        assertThat(oracle.rejected()).as("orders that were rejected").isGreaterThan(60);
    }

    @ParameterizedTest
    @CsvSource({"31, '6USDT,0.0002BTC', '900USDT,1BTC'", "32, '6USDT,0.0002BTC', '900USDT,1BTC'",
        "33, '6USDT,0.0002BTC', '900USDT,1BTC'", "34, '900USDT,1BTC', '6USDT,0.0002BTC'",
        "35, '900USDT,1BTC', '6USDT,0.0002BTC'", "36, '900USDT,1BTC', '6USDT,0.0002BTC'"})
    void shouldKeepEveryRuleWhileLosing(long seed, String maxDailyLoss, String maxDrawdown) {
        SplittableRandom random = new SplittableRandom(seed);
        RunRecord run = EngineRun.of(1, Map.of("RISK_MAX_DAILY_LOSS", maxDailyLoss, "RISK_MAX_DRAWDOWN", maxDrawdown));
        EngineOracle oracle = new EngineOracle(run);
        EngineSession session = new EngineSession(run, oracle, new RandomTrading(random), random,
            new Faults(10, 70, 2));

        session.begin();
        session.run(3_000);
        session.endAllOrders();

        assertThat(oracle.placed()).as("orders that left").isPositive();
    }
}
