package io.ringside.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final LongestDraw random = new LongestDraw();

    @Test
    void shouldDoubleTheCeilingUpToTheLast() {
        Backoff backoff = new Backoff(100, 1_000, random);

        assertThat(drawn(backoff, 6)).containsExactly(100, 200, 400, 800, 1_000, 1_000);
    }

    @Test
    void shouldDrawFromZeroToTheCeiling() {
        Backoff backoff = new Backoff(100, 1_000, random);

        backoff.nextDelayMs();
        backoff.nextDelayMs();

        assertThat(random.bound).as("first length that is not drawn").isEqualTo(201);
    }

    @Test
    void shouldDrawNoWaitAtAllWhenTheDrawSaysSo() {
        Backoff backoff = new Backoff(100, 1_000, new ShortestDraw());

        assertThat(drawn(backoff, 3)).containsExactly(0, 0, 0);
    }

    @Test
    void shouldRestartAfterReset() {
        Backoff backoff = new Backoff(100, 1_000, random);
        drawn(backoff, 4);

        backoff.reset();

        assertThat(drawn(backoff, 2)).containsExactly(100, 200);
    }

    @Test
    void shouldKeepOneCeilingWhenFirstIsLast() {
        long dayMs = TimeUnit.DAYS.toMillis(1);

        assertThat(drawn(new Backoff(dayMs, dayMs, random), 2)).containsExactly(dayMs, dayMs);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "-1, 10", "11, 10", "1, 86400001"})
    void shouldRejectCeilingsOutsideTheRange(long firstMs, long lastMs) {
        assertThatThrownBy(() -> new Backoff(firstMs, lastMs, random))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("backoff from %d to %d ms, allowed are 1 <= first <= last <= one day", firstMs, lastMs);
    }

    private static long[] drawn(Backoff backoff, int times) {
        long[] delaysMs = new long[times];
        for (int i = 0; i < times; i++) {
            delaysMs[i] = backoff.nextDelayMs();
        }
        return delaysMs;
    }

    private static final class LongestDraw implements RandomGenerator {

        private long bound;

        @Override
        public long nextLong() {
            throw new AssertionError("a bounded draw is expected");
        }

        @Override
        public long nextLong(long exclusiveBound) {
            bound = exclusiveBound;
            return exclusiveBound - 1;
        }
    }

    private static final class ShortestDraw implements RandomGenerator {

        @Override
        public long nextLong() {
            return 0;
        }
    }
}
