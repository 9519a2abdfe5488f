package io.ringside.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelaunchTest {

    @Test
    void shouldNeedNothingOnAJdkThatDoesNotWarn() {
        assertThat(Relaunch.of(List.of(), 17).needs(Relaunch.NATIVE_ACCESS)).isFalse();
    }

    @Test
    void shouldNeedAFlagThatWasNotGiven() {
        assertThat(Relaunch.of(List.of("-Xmx1g"), 25).needs(Relaunch.UNSAFE)).isTrue();
    }

    @Test
    void shouldLeaveAFlagWithAnotherValueAsItIs() {
        Relaunch relaunch = Relaunch.of(List.of("--sun-misc-unsafe-memory-access=warn"), 25);

        assertThat(relaunch.needs(Relaunch.UNSAFE)).isFalse();
    }

    @Test
    void shouldKeepFlagsAndArgumentsOfTheFirstStart() {
        List<String> command = Relaunch.of(List.of("-Xmx1g"), 25)
            .command(TickRig.class, List.of(Relaunch.NATIVE_ACCESS), "--rates", "1000");

        assertThat(command).containsSubsequence("-Xmx1g", Relaunch.NATIVE_ACCESS, "-cp",
            "io.ringside.bench.TickRig", "--rates", "1000");
    }
}
