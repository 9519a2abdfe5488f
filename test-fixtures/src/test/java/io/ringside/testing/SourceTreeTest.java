package io.ringside.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

    @TempDir
    private Path directory;

    @Test
    void shouldFindTwoFilesThatUseEachOther() throws IOException {
        file("a", "One", "final class One { Two two; }");
        file("a", "Two", "final class Two { void go() { One.run(); } }");
        file("a", "Three", "final class Three { One one; }");

        assertThat(SourceTree.of(directory).fileCircles()).containsExactly("a.One <-> a.Two");
    }

    @Test
    void shouldFindACircleOverThreePackages() throws IOException {
        file("a", "One", "import b.Two;\nfinal class One { Two two; }");
        file("b", "Two", "import static c.Three.GO;\nfinal class Two { int go = GO; }");
        file("c", "Three", "import a.One.Nested;\nfinal class Three { Nested nested; }");

        assertThat(SourceTree.of(directory).fileCircles()).containsExactly("a.One <-> b.Two <-> c.Three");
    }

    @Test
    void shouldNotTakeCommentsAndLiteralsForUses() throws IOException {
        file("a", "One", "final class One { Two two; }");
        file("a", "Two", "/** See {@link One}. */\nfinal class Two { String name = \"One\"; // One\n }");

        assertThat(SourceTree.of(directory).fileCircles()).isEmpty();
    }

    @Test
    void shouldNotTakeAnImportedTypeForItsNamesakeNextDoor() throws IOException {
        file("a", "One", "final class One { Two two; }");
        file("a", "Two", "import b.One;\nfinal class Two { One one; }");
        file("b", "One", "final class One { }");

        assertThat(SourceTree.of(directory).fileCircles()).isEmpty();
    }

    @Test
    void shouldFindAUseOfAHigherFloor() throws IOException {
        file("a", "One", "import b.Two;\nfinal class One { Two two; }");
        file("b", "Two", "final class Two { }");
        file("c", "Three", "final class Three { }");

        assertThat(SourceTree.of(directory).usesOfHigherFloors(List.of(Set.of("a"), Set.of("b"))))
            .containsExactly("a.One -> b.Two", "c.Three is on no floor");
    }

    @Test
    void shouldCountTheFilesOfAPackageWithoutItsDescription() throws IOException {
        file("a", "One", "final class One { }");
        file("a", "Two", "final class Two { }");
        file("a", "package-info", "");

        assertThat(SourceTree.of(directory).packageSizes()).isEqualTo(Map.of("a", 2));
    }

    @Test
    void shouldWeighPackagesByTheirLines() throws IOException {
        file("a", "One", "final class One {\n}");
        file("b", "Two", "final class Two {\n\n\n\n\n\n\n}");
        file("b", "package-info", "\n\n\n\n\n\n\n\n\n\n\n\n");

        assertThat(SourceTree.of(directory).packageShares()).isEqualTo(Map.of("a", 25, "b", 75));
    }

    private void file(String room, String name, String code) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(room));
        Files.writeString(folder.resolve(name + ".java"), "package " + room + ";\n" + code);
    }
}
