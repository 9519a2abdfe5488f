package io.ringside.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterTest {

    @Test
    void shouldCountNewThreadsWholeAndLeaveOutEndedOnes() {
        Meter.Reading before = new Meter.Reading(0, 0, 0, Map.of(1L, 100L, 2L, 5_000L));
        Meter.Reading after = new Meter.Reading(1, 0, 0, Map.of(1L, 130L, 3L, 7L));

        assertThat(after.allocatedSince(before)).isEqualTo(37);
    }

    @Test
    void shouldReadAllThreadsButItself() {
        Thread sender = new Thread(() -> { }, "sender");

        Meter.Reading reading = new Meter().read(sender, new Arrivals());

        assertThat(reading.allocatedBytes()).doesNotContainKey(idOf(Thread.currentThread())).isNotEmpty();
        assertThat(reading.frames()).isZero();
    }

    @SuppressWarnings("deprecation")
    private static long idOf(Thread thread) {
        return thread.getId();
    }
}
