package io.ringside.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testing.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each package may use, and how large it may become. */
class RoomsTest {

    private static final int MOST_FILES = 15;
    private static final String ROOT = "io.ringside.core.";
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "ringside", "core");

    private static final SourceTree CORE = SourceTree.of(SOURCES);

    @Test
    void shouldHaveNoFilesThatUseEachOther() {
        assertThat(CORE.fileCircles()).isEmpty();
    }

    @Test
    void shouldUseNoPackageOnAHigherFloor() {
        assertThat(CORE.usesOfHigherFloors(List.of(Set.of(ROOT + "event", ROOT + "runtime"),
            Set.of(ROOT + "ring", ROOT + "command"), Set.of(ROOT + "route")))).isEmpty();
    }

    @Test
    void shouldKeepPackagesSmall() {
        assertThat(CORE.packageSizes()).allSatisfy((name, files) ->
            assertThat(files).as(name).isLessThanOrEqualTo(MOST_FILES));
    }
}
