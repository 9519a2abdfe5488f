package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testing.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each package may use, and how large it may become; also for the two modules that nothing depends on. */
class RoomsTest {

    private static final int MOST_FILES = 15;
    private static final String ROOT = "io.ringside.pipeline";

    private static final SourceTree PIPELINE = SourceTree.of(sources("pipeline"));
    private static final SourceTree ALL = SourceTree.of(sources("pipeline"), sources("examples"), sources("bench"));

    @Test
    void shouldHaveNoFilesThatUseEachOther() {
        assertThat(ALL.fileCircles()).isEmpty();
    }

    @Test
    void shouldUseNoPackageOnAHigherFloor() {
        assertThat(PIPELINE.usesOfHigherFloors(List.of(
            Set.of(ROOT + ".record", ROOT + ".settings", ROOT + ".terminal"), Set.of(ROOT),
            Set.of(ROOT + ".cli")))).isEmpty();
    }

    @Test
    void shouldKeepPackagesSmall() {
        assertThat(ALL.packageSizes()).allSatisfy((name, files) ->
            assertThat(files).as(name).isLessThanOrEqualTo(MOST_FILES));
    }

    private static Path sources(String module) {
        return Path.of("..", module, "src", "main", "java");
    }
}
