package io.ringside.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.bench.frame.TickFrames;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final long SECOND_NS = 1_000_000_000L;

    private final Arrivals arrivals = new Arrivals();

    @Test
    void shouldCountEveryTickAndRecordNoneUntilTold() {
        arrivals.onTick(TickFrames.FIRST_UPDATE_ID);
        arrivals.onTick(TickFrames.FIRST_UPDATE_ID + 1);

        assertThat(arrivals.count()).isEqualTo(2);
        assertThat(arrivals.latencies().getTotalCount()).isZero();
    }

    @Test
    void shouldRecordOnlyTicksFromTheGivenIdOn() {
        arrivals.recordFrom(TickFrames.FIRST_UPDATE_ID + 100, System.nanoTime());

        arrivals.onTick(TickFrames.FIRST_UPDATE_ID + 99);
        arrivals.onTick(TickFrames.FIRST_UPDATE_ID + 100);

        assertThat(arrivals.count()).isEqualTo(2);
        assertThat(arrivals.latencies().getTotalCount()).isEqualTo(1);
    }

    @Test
    void shouldMeasureFromTheTimeThatTheIdCarries() {
        arrivals.recordFrom(TickFrames.FIRST_UPDATE_ID, System.nanoTime() - 30 * SECOND_NS);

        arrivals.onTick(TickFrames.FIRST_UPDATE_ID + 10 * SECOND_NS);

        assertThat(arrivals.latencies().getMaxValue()).isGreaterThanOrEqualTo(20 * SECOND_NS);
    }

    @Test
    void shouldRecordATickThatCannotBeAsAMinuteOrAsNothing() {
        arrivals.recordFrom(TickFrames.FIRST_UPDATE_ID, System.nanoTime() - 3_600 * SECOND_NS);
        arrivals.onTick(TickFrames.FIRST_UPDATE_ID);
        arrivals.onTick(TickFrames.FIRST_UPDATE_ID + 7_200 * SECOND_NS);

        assertThat(arrivals.latencies().getMinValue()).isZero();
        assertThat(arrivals.latencies().getValueAtPercentile(100)).isBetween(60 * SECOND_NS, 61 * SECOND_NS);
    }
}
