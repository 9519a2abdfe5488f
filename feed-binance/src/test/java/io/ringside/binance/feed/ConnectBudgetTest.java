package io.ringside.binance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectBudgetTest {

    private final ConnectBudget budget = new ConnectBudget();
    private final Random random = new Random(300);

    @Test
    void shouldNeverGrantMoreThan300AttemptsInFiveMinutes() {
        List<Long> grantedNs = new ArrayList<>();
        long nowNs = Long.MAX_VALUE - TimeUnit.HOURS.toNanos(1);
        for (int i = 0; i < 20_000; i++) {
            nowNs += random.nextInt(random.nextInt(20) == 0 ? 2_000_000_000 : 500_000_000);
            long delayMs = budget.takeOrDelayMs(nowNs);
            if (delayMs == 0) {
                grantedNs.add(nowNs);
            } else if (random.nextBoolean()) {
                nowNs += TimeUnit.MILLISECONDS.toNanos(delayMs);
            }
        }

        assertThat(grantedNs).hasSizeGreaterThan(3_000);
        for (int i = 300; i < grantedNs.size(); i++) {
            assertThat(grantedNs.get(i) - grantedNs.get(i - 300)).isGreaterThan(TimeUnit.MINUTES.toNanos(5));
        }
    }

    @Test
    void shouldGrantAnAttemptAfterTheDelayItNamed() {
        for (int i = 0; i < ConnectBudget.ATTEMPTS; i++) {
            assertThat(budget.takeOrDelayMs(i)).isZero();
        }

        long delayMs = budget.takeOrDelayMs(1_000);

        assertThat(delayMs).isPositive();
        assertThat(budget.takeOrDelayMs(1_000 + TimeUnit.MILLISECONDS.toNanos(delayMs))).isZero();
    }
}
