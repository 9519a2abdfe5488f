package io.ringside.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationMsTest {

    @ParameterizedTest
    @CsvSource({"0ms, 0", "500ms, 500", "10s, 10000", "5m, 300000", "2h, 7200000", "999999999h, 3599999996400000"})
    void shouldReadLengthsOfTime(String text, long ms) {
        assertThat(new DurationMs().convert(text)).isEqualTo(ms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "1.5s", "10 s", "10S", "1d", "9999999999s", "١s"})
    void shouldRejectEverythingElse(String text) {
        assertThatThrownBy(() -> new DurationMs().convert(text)).isInstanceOf(TypeConversionException.class)
            .hasMessage("'" + text + "' is not a duration; expected e.g. 500ms or 10s");
    }
}
