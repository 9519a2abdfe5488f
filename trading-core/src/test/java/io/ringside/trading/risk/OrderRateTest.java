package io.ringside.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderRateTest {

    private static final long NOW_NS = 1_000_000_000_000L;

    private final OrderRate rate = new OrderRate(3);

    @Test
    void shouldForgetAnOrderAfterAMinute() {
        rate.add(NOW_NS);

        assertThat(rate.count(NOW_NS + OrderRate.WINDOW_NS - 1)).isEqualTo(1);
        assertThat(rate.count(NOW_NS + OrderRate.WINDOW_NS)).isZero();
    }

    @Test
    void shouldSlideWithTime() {
        rate.add(NOW_NS);
        rate.add(NOW_NS + 10);
        rate.add(NOW_NS + 20);

        assertThat(rate.count(NOW_NS + OrderRate.WINDOW_NS + 10)).isEqualTo(1);

        rate.add(NOW_NS + OrderRate.WINDOW_NS + 10);
        rate.add(NOW_NS + OrderRate.WINDOW_NS + 10);

        assertThat(rate.count(NOW_NS + OrderRate.WINDOW_NS + 19)).isEqualTo(3);
        assertThat(rate.count(NOW_NS + OrderRate.WINDOW_NS + 20)).isEqualTo(2);
    }

    @Test
    void shouldKeepOrdersForAMinuteMoreWhenTimeStepsBack() {
        rate.add(NOW_NS);
        rate.add(NOW_NS + OrderRate.WINDOW_NS - 1);
        long back = NOW_NS - 3_600_000_000_000L;

        assertThat(rate.count(back)).isEqualTo(2);
        assertThat(rate.count(back + OrderRate.WINDOW_NS - 1)).isEqualTo(2);
        assertThat(rate.count(back + OrderRate.WINDOW_NS)).isZero();
    }

    @Test
    void shouldKeepTheNewestWhenMoreAreToldThanCanBeCounted() {
        for (int i = 0; i < 5; i++) {
            rate.add(NOW_NS + i);
        }

        assertThat(rate.count(NOW_NS + OrderRate.WINDOW_NS + 1)).isEqualTo(3);
        assertThat(rate.count(NOW_NS + OrderRate.WINDOW_NS + 2)).isEqualTo(2);
    }
}
