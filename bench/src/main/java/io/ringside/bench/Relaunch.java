package io.ringside.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Newer JDKs warn about native code and {@code sun.misc.Unsafe}, which the benchmarks' libraries use, unless flags
 * allow them. A manifest cannot set these flags for a class started by name, so the program starts itself once more,
 * with the flags of the running JVM plus these.
 *
 * <p><em>Threading:</em> the main thread, which waits for the other JVM to end.
 */
final class Relaunch {

    static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";
    static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    private static final int FIRST_JDK_THAT_WARNS = 24;

    private final List<String> jvmFlags;
    private final int jdk;

    private Relaunch(List<String> jvmFlags, int jdk) {
        this.jvmFlags = jvmFlags;
        this.jdk = jdk;
    }

    /** A relaunch of this JVM. */
    static Relaunch here() {
        return new Relaunch(ManagementFactory.getRuntimeMXBean().getInputArguments(), Runtime.version().feature());
    }

    /** A relaunch of a JVM with these flags. */
    static Relaunch of(List<String> jvmFlags, int jdk) {
        return new Relaunch(jvmFlags, jdk);
    }

    /** True if this JDK would warn without the flag. A flag given with another value is left alone. */
    boolean needs(String flag) {
        String name = flag.substring(0, flag.indexOf('=') + 1);
        return jdk >= FIRST_JDK_THAT_WARNS && jvmFlags.stream().noneMatch(given -> given.startsWith(name));
    }

    /** Runs the program with the flags and returns its exit code. */
    int run(Class<?> program, List<String> flags, String... args) throws IOException, InterruptedException {
        Process other = new ProcessBuilder(command(program, flags, args)).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(other::destroy, "end-relaunched"));
        return other.waitFor();
    }

    List<String> command(Class<?> program, List<String> flags, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        flags.stream().filter(this::needs).forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(List.of(args));
        return command;
    }
}
