package io.ringside.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testing.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each package may use, and how large it may become. */
class RoomsTest {

    private static final int MOST_FILES = 15;

    private static final SourceTree TELEGRAM = SourceTree.of(Path.of("src", "main", "java"));

    @Test
    void shouldHaveNoFilesThatUseEachOther() {
        assertThat(TELEGRAM.fileCircles()).isEmpty();
    }

    @Test
    void shouldKeepPollingAndSendingApart() {
        assertThat(TELEGRAM.usesOfHigherFloors(List.of(Set.of("io.ringside.telegram.api"),
            Set.of("io.ringside.telegram.poll"), Set.of("io.ringside.telegram.send")))).isEmpty();
        assertThat(TELEGRAM.usesOfHigherFloors(List.of(Set.of("io.ringside.telegram.api"),
            Set.of("io.ringside.telegram.send"), Set.of("io.ringside.telegram.poll")))).isEmpty();
    }

    @Test
    void shouldKeepPackagesSmall() {
        assertThat(TELEGRAM.packageSizes()).allSatisfy((name, files) ->
            assertThat(files).as(name).isLessThanOrEqualTo(MOST_FILES));
    }
}
