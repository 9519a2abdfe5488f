package io.ringside.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testing.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each package may use. */
class RoomsTest {

    private static final String ROOT = "io.ringside.core.";
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "ringside", "core");

    private static final SourceTree CORE = SourceTree.of(SOURCES.resolve("event"), SOURCES.resolve("runtime"),
        SOURCES.resolve("ring"), SOURCES.resolve("route"));

    @Test
    void shouldHaveNoFilesThatUseEachOther() {
        assertThat(CORE.fileCircles()).isEmpty();
    }

    @Test
    void shouldUseNoPackageOnAHigherFloor() {
        assertThat(CORE.usesOfHigherFloors(List.of(Set.of(ROOT + "event", ROOT + "runtime"),
            Set.of(ROOT + "ring"), Set.of(ROOT + "route")))).isEmpty();
    }
}
