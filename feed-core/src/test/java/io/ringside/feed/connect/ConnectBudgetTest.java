package io.ringside.feed.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.runtime.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectBudgetTest {

    private static final int ATTEMPTS = 299;

    private final Counters counters = new Counters();
    private final ConnectBudget budget = new ConnectBudget(ATTEMPTS, TimeUnit.MINUTES.toMillis(5), this::nowNs,
        counters.counter("connections tried"));
    private final Random random = new Random(300);
    private long nowNs = Long.MAX_VALUE - TimeUnit.HOURS.toNanos(1);

    @Test
    void shouldNeverGrantMoreThan300AttemptsInFiveMinutes() {
        List<Long> grantedNs = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            nowNs += random.nextInt(random.nextInt(20) == 0 ? 2_000_000_000 : 500_000_000);
            long delayMs = budget.takeOrDelayMs();
            if (delayMs == 0) {
                grantedNs.add(nowNs);
            } else if (random.nextBoolean()) {
                nowNs += TimeUnit.MILLISECONDS.toNanos(delayMs);
            }
        }

        assertThat(grantedNs).hasSizeGreaterThan(3_000).hasSize((int) counters.all().get(0).value());
        for (int i = 300; i < grantedNs.size(); i++) {
            assertThat(grantedNs.get(i) - grantedNs.get(i - 300)).isGreaterThan(TimeUnit.MINUTES.toNanos(5));
        }
    }

    @Test
    void shouldGrantAnAttemptAfterTheDelayItNamed() {
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThat(budget.takeOrDelayMs()).isZero();
            nowNs++;
        }

        long delayMs = budget.takeOrDelayMs();
        nowNs += TimeUnit.MILLISECONDS.toNanos(delayMs);

        assertThat(delayMs).isPositive();
        assertThat(budget.takeOrDelayMs()).isZero();
    }

    private long nowNs() {
        return nowNs;
    }
}
