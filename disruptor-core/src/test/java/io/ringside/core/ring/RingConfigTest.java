package io.ringside.core.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingConfigTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 1_000, -8, Integer.MIN_VALUE, 1 << 21})
    void shouldRejectSlotsThatAreNoPowerOfTwoInTheRange(int slots) {
        assertThatThrownBy(() -> new RingConfig(slots, WaitMode.BLOCKING, "ring", 0))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("slots is " + slots + ", allowed are powers of two from 2 to 1048576");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1_024, 1 << 20})
    void shouldTakePowersOfTwoInTheRange(int slots) {
        assertThatCode(() -> new RingConfig(slots, WaitMode.BLOCKING, "ring", 0)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sixteen-letters-"})
    void shouldRejectThreadNamesThatLinuxDoesNotShowWhole(String name) {
        assertThatThrownBy(() -> new RingConfig(2, WaitMode.BLOCKING, name, 0))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("threadName is '" + name + "', allowed are 1 to 15 characters");
    }

    @Test
    void shouldRejectANegativeDrainTimeout() {
        assertThatThrownBy(() -> new RingConfig(2, WaitMode.BLOCKING, "ring", -1))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("drainTimeoutMs is -1, allowed are 0 and more");
    }

    @Test
    void shouldRejectToGuessTheWaitMode() {
        assertThatThrownBy(() -> new RingConfig(2, null, "ring", 0))
            .isInstanceOf(NullPointerException.class).hasMessage("waitMode");
    }

    @Test
    void shouldHave1024SlotsUnlessToldOtherwise() {
        assertThat(RingConfig.of("ring", WaitMode.YIELDING))
            .isEqualTo(new RingConfig(1_024, WaitMode.YIELDING, "ring", 2_000));
    }
}
