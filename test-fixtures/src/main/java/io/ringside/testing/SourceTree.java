package io.ringside.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java files under some directories and which of them use which: what the architecture tests of all modules ask.
 *
 * <p>A file uses another when its code, comments and literals left out, names the other's type and that type is in the
 * same package or imported. Files elsewhere are not seen.
 *
 * <p><em>Threading:</em> immutable.
 */
public final class SourceTree {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s+(?:static\\s+)?([\\w.]+);");
    private static final Pattern NOT_CODE = Pattern.compile(
        "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'", Pattern.DOTALL);
    private static final Pattern TYPE_NAME = Pattern.compile("(?<![\\w.])[A-Z]\\w*");

    private final Map<String, String> codeByType = new TreeMap<>();
    private final Map<String, Integer> linesByType = new TreeMap<>();
    private final Map<String, Set<String>> uses = new TreeMap<>();

    private SourceTree(List<Path> files) throws IOException {
        for (Path file : files) {
            String text = Files.readString(file);
            String code = NOT_CODE.matcher(text).replaceAll(" ");
            Matcher declared = PACKAGE.matcher(code);
            if (declared.find()) {
                String type = declared.group(1) + "." + file.getFileName().toString().replace(".java", "");
                codeByType.put(type, code);
                linesByType.put(type, (int) text.lines().count());
            }
        }
        codeByType.forEach((type, code) -> uses.put(type, usedBy(type, code)));
    }

    /** Throws {@link UncheckedIOException} when a directory cannot be read. */
    public static SourceTree of(Path... directories) {
        List<Path> sources = new ArrayList<>();
        try {
            for (Path directory : directories) {
                try (Stream<Path> files = Files.walk(directory)) {
                    files.filter(SourceTree::isSource).forEach(sources::add);
                }
            }
            return new SourceTree(sources);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Files that use each other over any number of steps, one line a circle; empty when there is none. */
    public List<String> fileCircles() {
        List<String> circles = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        for (String type : uses.keySet()) {
            Set<String> circle = new TreeSet<>();
            for (String other : reachableFrom(type)) {
                if (reachableFrom(other).contains(type)) {
                    circle.add(other);
                }
            }
            if (!circle.isEmpty() && told.addAll(circle)) {
                circles.add(String.join(" <-> ", circle));
            }
        }
        return circles;
    }

    /**
     * Uses of a package on a higher floor, and packages without a floor.
     *
     * @param floors packages of each floor, the lowest first
     */
    public List<String> usesOfHigherFloors(List<Set<String>> floors) {
        Map<String, Integer> floorOf = new HashMap<>();
        for (int floor = 0; floor < floors.size(); floor++) {
            for (String name : floors.get(floor)) {
                floorOf.put(name, floor);
            }
        }
        List<String> wrong = new ArrayList<>();
        uses.forEach((type, used) -> {
            Integer floor = floorOf.get(packageOf(type));
            if (floor == null) {
                wrong.add(type + " is on no floor");
                return;
            }
            used.stream().filter(other -> floorOf.getOrDefault(packageOf(other), Integer.MAX_VALUE) > floor)
                .forEach(other -> wrong.add(type + " -> " + other));
        });
        return wrong;
    }

    /** Number of files in each package, {@code package-info} not counted. */
    public Map<String, Integer> packageSizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        codeByType.keySet().forEach(type -> sizes.merge(packageOf(type), 1, Integer::sum));
        return Collections.unmodifiableMap(sizes);
    }

    /** Share of each package in the lines of all files, in percent, {@code package-info} not counted. */
    public Map<String, Integer> packageShares() {
        int allLines = linesByType.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> lines = new TreeMap<>();
        linesByType.forEach((type, count) -> lines.merge(packageOf(type), count, Integer::sum));
        lines.replaceAll((name, count) -> 100 * count / allLines);
        return Collections.unmodifiableMap(lines);
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java");
    }

    private Set<String> usedBy(String type, String code) {
        Map<String, String> imported = new HashMap<>();
        Matcher imports = IMPORT.matcher(code);
        while (imports.find()) {
            String declaring = declaringType(imports.group(1));
            imported.put(simpleName(declaring), declaring);
        }
        Set<String> used = new TreeSet<>();
        imported.values().stream().filter(codeByType::containsKey).forEach(used::add);
        Matcher names = TYPE_NAME.matcher(IMPORT.matcher(code).replaceAll(""));
        while (names.find()) {
            String neighbour = packageOf(type) + "." + names.group();
            if (!imported.containsKey(names.group()) && codeByType.containsKey(neighbour)) {
                used.add(neighbour);
            }
        }
        used.remove(type);
        return used;
    }

    private Set<String> reachableFrom(String start) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(uses.get(start));
        while (!open.isEmpty()) {
            String type = open.pop();
            if (reached.add(type)) {
                open.addAll(uses.get(type));
            }
        }
        return reached;
    }

    /** Of {@code a.b.Type.Nested.member} it is {@code a.b.Type}. */
    private static String declaringType(String imported) {
        Matcher type = TYPE_NAME.matcher(imported.replace('.', ' '));
        return type.find() ? imported.substring(0, type.end()) : imported;
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
