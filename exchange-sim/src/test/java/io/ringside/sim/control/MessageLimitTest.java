package io.ringside.sim.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MessageLimitTest {

    private static final long MS = 1_000_000;

    private final AtomicLong nowNs = new AtomicLong(Long.MAX_VALUE - 100 * MS);
    private final MessageLimit limit = new MessageLimit(5, nowNs::get);

    @Test
    void shouldRejectTheSixthWithinASecond() {
        for (int i = 0; i < 5; i++) {
            assertThat(limit.permits()).isTrue();
            nowNs.addAndGet(199 * MS);
        }

        assertThat(limit.permits()).isFalse();
    }

    @Test
    void shouldPermitFiveInEverySecond() {
        for (int i = 0; i < 50; i++) {
            assertThat(limit.permits()).isTrue();
            nowNs.addAndGet(200 * MS);
        }
    }
}
