package io.ringside.trading.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.OrderUpdate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOrderIdsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 35, 36, 1_700_000_000_000L, Long.MAX_VALUE})
    void shouldHoldOnlyWhatBinanceAccepts(long value) {
        assertThat(new ClientOrderIds(value).of(1)).matches("[a-z0-9_-]{1,36}");
        assertThat(new ClientOrderIds(1).of(value)).matches("[a-z0-9_-]{1,36}");
    }

    @Test
    void shouldFitAtTheLargestNumbers() {
        assertThat(new ClientOrderIds(Long.MAX_VALUE).of(Long.MAX_VALUE))
            .isEqualTo("rs-1y2p0ij32e8e7-1y2p0ij32e8e7").hasSizeLessThanOrEqualTo(OrderUpdate.MAX_ID_BYTES);
    }

    @Test
    void shouldBeUniqueOverRuns() {
        Set<String> ids = new HashSet<>();

        for (long runId = 1; runId <= 50; runId++) {
            for (long number = 1; number <= 50; number++) {
                ids.add(new ClientOrderIds(runId).of(number));
            }
        }

        assertThat(ids).hasSize(2_500);
    }

    @Test
    void shouldBeKnownAgain() {
        assertThat(new ClientOrderIds(1_000).of(17)).isEqualTo("rs-rs-h").isEqualTo(new ClientOrderIds(1_000).of(17));
    }
}
