package io.ringside.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyRecorderTest {

    private final LatencyRecorder recorder = new LatencyRecorder("socket to handler");

    @Test
    void shouldSayThatNothingWasRecorded() {
        assertThat(recorder.count()).isZero();
        assertThat(recorder.summary()).isEqualTo("none yet");
    }

    @Test
    void shouldTellPercentilesAndMaximum() {
        LongStream.rangeClosed(1, 100).map(us -> us * 1_000).forEach(recorder::record);

        assertThat(recorder.count()).isEqualTo(100);
        assertThat(recorder.summary()).isEqualTo("p50 50.1 us, p99 99.3 us, p99.9 100 us, max 100 us");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0 us", "99, 0.0 us", "100, 0.1 us", "1000, 1.0 us", "12345, 12.3 us", "99999, 100 us"})
    void shouldShowOneDecimalBelowAHundredMicroseconds(long latencyNs, String shown) {
        recorder.record(latencyNs);

        assertThat(recorder.summary()).endsWith("max " + shown);
    }

    @Test
    void shouldCountANegativeLatencyAsNone() {
        recorder.record(-1);
        recorder.record(Long.MIN_VALUE);

        assertThat(recorder.count()).isEqualTo(2);
        assertThat(recorder.summary()).isEqualTo("p50 0.0 us, p99 0.0 us, p99.9 0.0 us, max 0.0 us");
    }

    @Test
    void shouldCountMoreThanAMinuteAsAMinute() {
        LatencyRecorder minute = new LatencyRecorder("socket to handler");
        minute.record(60_000_000_000L);

        recorder.record(Long.MAX_VALUE);

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(recorder.summary()).isEqualTo(minute.summary());
    }

    @Test
    void shouldWriteTheDistributionInMicroseconds() {
        recorder.record(2_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        recorder.writeDistribution(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
            .startsWith("#[Stage: socket to handler, microseconds]")
            .containsPattern("2\\.0\\d* +1\\.0+ +1")
            .contains("Total count");
    }
}
