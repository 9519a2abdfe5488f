package io.ringside.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource({"0,0", "1,1000", "120,120000", "259200,259200000", "259201,259200000", "999999999,259200000"})
    void shouldReadSecondsUpToThreeDays(String header, long ms) {
        assertThat(RetryAfter.ms(header)).isEqualTo(ms);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "1.5", " 1", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", "9999999999", "١"})
    void shouldReadAnythingElseAsNoDelay(String header) {
        assertThat(RetryAfter.ms(header)).isZero();
    }
}
