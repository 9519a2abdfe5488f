package io.ringside.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dependency rules that the package documentation states, read off the sources. */
class PackageArrowsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "ringside", "core");
    private static final Pattern USE = Pattern.compile("io\\.ringside\\.core\\.(\\w+)\\.\\w");

    @ParameterizedTest
    @CsvSource({"event, runtime", "runtime, ''", "ring, event runtime", "route, event ring runtime"})
    void shouldUseOnlyThePackagesBelow(String name, String allowed) throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
            files.forEach(file -> used.addAll(packagesIn(file)));
        }
        used.remove(name);

        assertThat(String.join(" ", used)).isEqualTo(allowed);
    }

    private static Set<String> packagesIn(Path file) {
        Set<String> packages = new TreeSet<>();
        try {
            Matcher use = USE.matcher(Files.readString(file));
            while (use.find()) {
                packages.add(use.group(1));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return packages;
    }
}
