package io.ringside.trading.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s", "49, 0.0 s", "450, 0.4 s", "9_999, 9.9 s", "10_000, 10 s", "59_999, 59 s",
        "60_000, 1 min 0 s", "185_000, 3 min 5 s", "3_599_999, 59 min 59 s", "3_600_000, 1 h 0 min",
        "86_399_999, 23 h 59 min", "86_400_000, 1 d 0 h", "349_200_000, 4 d 1 h"})
    void shouldReadAsPeopleSayIt(String ms, String text) {
        long ageNs = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(ms.replace("_", "")));

        assertThat(Ages.text(ageNs)).isEqualTo(text);
    }

    @Test
    void shouldShowAnAgeFromTheFutureAsNow() {
        assertThat(Ages.text(-TimeUnit.HOURS.toNanos(1))).isEqualTo("0.0 s");
    }
}
