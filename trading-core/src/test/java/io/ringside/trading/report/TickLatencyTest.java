package io.ringside.trading.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.LatencyRecorder;
import org.junit.jupiter.api.Test;

class TickLatencyTest {

    private final PipelineEvent event = new PipelineEvent();
    private int clockReadings;
    private final TickLatency latency = new TickLatency(() -> {
        clockReadings++;
        return 90_000;
    });

    @Test
    void shouldReadNoClockForATickThatIsNotMarked() {
        event.tick().set(0, 1, 50_000, 0);

        latency.onTick(event.tick(), 0);

        assertThat(clockReadings).isZero();
        assertThat(latency.recorders()).extracting(LatencyRecorder::count).containsOnly(0L);
    }

    @Test
    void shouldTimeAMarkedTickAsAWholeAndByStage() {
        event.tick().set(0, 1, 50_000, 0);
        event.tick().stampDecoded(52_000);
        event.tick().stampPublished(57_000);

        latency.onTick(event.tick(), 0);

        assertThat(latency.recorders()).extracting(LatencyRecorder::stage)
            .containsExactly("socket to handler", "read to decoded", "decoded to ring", "ring to handled");
        assertThat(latency.recorders()).extracting(recorder -> recorder.summary().replaceAll(",.*", ""))
            .containsExactly("p50 40.1 us", "p50 2.0 us", "p50 5.0 us", "p50 33.0 us");
    }
}
