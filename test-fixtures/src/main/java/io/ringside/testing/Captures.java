package io.ringside.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Market data to read in tests: a small set that the simulated exchange's random walk has written, always there, and
 * real recordings where the system property {@code ringside.captures} names a directory with them.
 *
 * <p><em>Threading:</em> any thread.
 */
public final class Captures {

    /** Nanoseconds, a space, a combined message: 700 quotes of BTCUSDT among 900 lines. */
    public static final String BTCUSDT = "session-btcusdt.gz";
    /** The same of ETHUSDT: 713 quotes among 900 lines. */
    public static final String ETHUSDT = "session-ethusdt.gz";
    /** The URL, then seconds with a fraction, a colon, a space, a combined message: 256 quotes of four symbols. */
    public static final String IN_SECONDS = "session-in-seconds.txt";
    /** As the first, but 300 raw quotes of SOLUSDT, without the envelope of the combined form. */
    public static final String RAW = "raw-bookticker.txt";
    /** As the first, 400 quotes with numbers that no venue pads: no point, leading zeros, sides of unequal length. */
    public static final String ODD_NUMBERS = "odd-numbers.txt";
    /** Seconds, a colon, a space, the trading rules of 300 symbols. */
    public static final String EXCHANGE_INFO = "exchange-info.gz";

    private Captures() {
    }

    /** Copies one of the set's files into the directory. */
    public static Path copy(String name, Path directory) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream in = Captures.class.getResourceAsStream("captures/" + name)) {
            Files.copy(in, file);
        }
        return file;
    }

    /** A real recording; empty when the command line names no directory that has it. */
    public static Optional<Path> recorded(String file) {
        return Optional.of(System.getProperty("ringside.captures", "")).filter(directory -> !directory.isEmpty())
            .map(directory -> Path.of(directory, file)).filter(Files::isRegularFile);
    }

    /** The lines of a capture, unpacked when its name ends with {@code .gz}. */
    public static List<String> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
             BufferedReader reader = new BufferedReader(new InputStreamReader(
                 file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
