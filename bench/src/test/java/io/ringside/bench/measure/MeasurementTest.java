package io.ringside.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void shouldTakeTheMedianOfEachNumberOnItsOwn() {
        Measurement median = Measurement.median(List.of(
            measurement(1_000, 10_000, 3.0), measurement(998, 30_000, 1.0), measurement(999, 20_000, 2.0)));

        assertThat(median.perSecond()).isEqualTo(999);
        assertThat(median.latencies().us(50.0)).isEqualTo(20.0);
        assertThat(median.cpuUsPerFrame()).isEqualTo(2.0);
    }

    @Test
    void shouldTakeTheMiddleOfTwo() {
        Measurement median =
            Measurement.median(List.of(measurement(1_000, 10_000, 3.0), measurement(990, 20_000, 2.0)));

        assertThat(median.perSecond()).isEqualTo(995);
        assertThat(median.latencies().us(99.0)).isEqualTo(15.0);
    }

    @Test
    void shouldAddUpWhatWasLost() {
        assertThat(Measurement.median(List.of(measurement(1_000, 1, 1), measurement(1_000, 1, 1))).lost())
            .isEqualTo(2);
    }

    @Test
    void shouldSayWhenTheRateWasMissedByMoreThanOnePercent() {
        assertThat(measurement(991, 1, 1).missedRate()).isFalse();
        assertThat(measurement(989, 1, 1).missedRate()).isTrue();
    }

    @Test
    void shouldMissNoRateInAFlood() {
        Measurement flood = new Measurement("one", new Load(0, 1, 1), 5, latencies(0), 0, 0, 0, 0);

        assertThat(flood.missedRate()).isFalse();
    }

    private static Measurement measurement(double perSecond, long latencyNs, double cpuUs) {
        return new Measurement("one", new Load(1_000, 1, 1), perSecond, latencies(latencyNs), 0, cpuUs, 0, 1);
    }

    private static Percentiles latencies(long ns) {
        return new Percentiles(Collections.nCopies(Percentiles.POINTS.size(), ns));
    }
}
