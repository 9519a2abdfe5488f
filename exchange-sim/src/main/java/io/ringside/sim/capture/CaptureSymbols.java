package io.ringside.sim.capture;

import io.ringside.sim.quote.StreamNames;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The symbols that a capture has quotes of: scans for stream names, parses nothing.
 *
 * <p><em>Threading:</em> pure functions.
 */
public final class CaptureSymbols {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureSymbols.class);
    private static final byte[] MARK = (StreamNames.BOOK_TICKER_SUFFIX + '"').getBytes(StandardCharsets.US_ASCII);

    private CaptureSymbols() {
    }

    public static List<String> in(Path file) {
        Set<String> streams = new LinkedHashSet<>();
        try (CaptureLines lines = CaptureLines.open(file)) {
            while (lines.next()) {
                addStream(lines.line(), lines.length(), streams);
            }
        } catch (EOFException | ZipException brokenOff) {
            LOG.warn("capture {} breaks off, symbols after that are not known: {}", file, brokenOff.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException("capture " + file + " cannot be read: " + failure, failure);
        }
        return streams.stream().map(StreamNames::symbol).toList();
    }

    private static void addStream(byte[] line, int length, Set<String> streams) {
        int mark = indexOfMark(line, length);
        int start = mark;
        while (start > 0 && line[start - 1] != '"') {
            start--;
        }
        if (start > 0 && start < mark) {
            streams.add(new String(line, start, mark - start, StandardCharsets.UTF_8) + StreamNames.BOOK_TICKER_SUFFIX);
        }
    }

    private static int indexOfMark(byte[] line, int length) {
        for (int i = 0; i + MARK.length <= length; i++) {
            if (line[i] == '@' && isMarkAt(line, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isMarkAt(byte[] line, int start) {
        for (int i = 0; i < MARK.length; i++) {
            if (line[start + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
