package io.ringside.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testing.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each package may use. */
class RoomsTest {

    private static final String ROOT = "io.ringside.binance";
    private static final int MOST_FILES = 15;

    private static final SourceTree SOURCES = SourceTree.of(Path.of("src", "main", "java"));

    @Test
    void shouldHaveNoFilesThatUseEachOther() {
        assertThat(SOURCES.fileCircles()).isEmpty();
    }

    @Test
    void shouldUseNoPackageOnAHigherFloor() {
        assertThat(SOURCES.usesOfHigherFloors(List.of(
            Set.of(ROOT + ".feed", ROOT + ".rules")))).isEmpty();
    }

    @Test
    void shouldKeepPackagesSmall() {
        assertThat(SOURCES.packageSizes().values()).allMatch(files -> files <= MOST_FILES);
    }
}
