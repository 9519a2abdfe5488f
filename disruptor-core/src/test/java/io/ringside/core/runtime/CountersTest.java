package io.ringside.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CountersTest {

    private final Counters counters = new Counters();

    @Test
    void shouldCountFromZeroByOnesAndAmounts() {
        Counter counter = counters.counter("quotes dropped");

        counter.increment();
        counter.add(41);

        assertThat(counter.value()).isEqualTo(42);
        assertThat(counter.name()).isEqualTo("quotes dropped");
    }

    @Test
    void shouldListCountersInTheOrderInWhichTheyWereMade() {
        Counter second = counters.counter("b");
        Counter first = counters.counter("a");

        assertThat(counters.all()).containsExactly(second, first);
    }

    @Test
    void shouldRejectANameThatIsTaken() {
        counters.counter("quotes dropped");

        assertThatThrownBy(() -> counters.counter("quotes dropped"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a counter 'quotes dropped' exists already");
        assertThat(counters.all()).hasSize(1);
    }

    @Test
    void shouldShowToOtherThreadsWhatOneHasCounted() throws InterruptedException {
        Counter counter = counters.counter("quotes dropped");
        Thread writer = ThreadNames.factory("writer").newThread(() -> {
            for (int i = 0; i < 100_000; i++) {
                counter.increment();
            }
        });

        writer.start();
        writer.join(10_000);

        assertThat(counter.value()).isEqualTo(100_000);
    }
}
