package io.ringside.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitedLogTest {

    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    private long nowNs = Long.MAX_VALUE - MINUTE_NS / 2;
    private final RateLimitedLog log = new RateLimitedLog(() -> nowNs);

    @Test
    void shouldPermitTheFirstAtOnce() {
        assertThat(log.permits()).isTrue();
        assertThat(log.leftOut()).isZero();
    }

    @Test
    void shouldRejectUntilAMinuteHasPassed() {
        log.permits();

        nowNs += MINUTE_NS - 1;
        assertThat(log.permits()).isFalse();
        nowNs += 1;
        assertThat(log.permits()).as("a minute later, over the clock's wrap").isTrue();
    }

    @Test
    void shouldTellOnceHowManyWereLeftOut() {
        log.permits();
        log.permits();
        log.permits();
        nowNs += MINUTE_NS;

        assertThat(log.permits()).isTrue();
        assertThat(log.leftOut()).isEqualTo(2);
        assertThat(log.leftOut()).isZero();
    }

    @Test
    void shouldMeasureTheMinuteFromTheLastPermittedLine() {
        log.permits();
        nowNs += MINUTE_NS;
        log.permits();
        nowNs += MINUTE_NS - 1;

        assertThat(log.permits()).isFalse();
    }
}
