package io.ringside.sim.capture;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a plain or gzipped file, one at a time, as bytes. Of a line longer than 1 MiB only the beginning is
 * kept.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class CaptureLines implements Closeable {

    private static final int BUFFER_BYTES = 65_536;
    private static final int MAX_LINE_BYTES = 1 << 20;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private byte[] line = new byte[BUFFER_BYTES];
    private int length;

    private CaptureLines(InputStream in) {
        this.in = in;
    }

    /** Tells gzip by its first two bytes, not by the file's name. */
    public static CaptureLines open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            raw.mark(2);
            boolean gzipped = raw.read() == GZIP_MAGIC_1 && raw.read() == GZIP_MAGIC_2;
            raw.reset();
            return new CaptureLines(gzipped ? new GZIPInputStream(raw, BUFFER_BYTES) : raw);
        } catch (IOException | RuntimeException failure) {
            raw.close();
            throw failure;
        }
    }

    /** Moves to the next line; false at the end of the file. */
    public boolean next() throws IOException {
        length = 0;
        boolean some = false;
        while (position < limit || fill()) {
            some = true;
            int end = newlineOr(limit);
            keep(end);
            position = end + 1;
            if (end < limit) {
                return true;
            }
        }
        return some;
    }

    /** Holds the line in its first {@link #length()} bytes, until the next call of {@link #next()}. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private int newlineOr(int end) {
        for (int i = position; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return end;
    }

    private void keep(int end) {
        int count = Math.min(end - position, MAX_LINE_BYTES - length);
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.min(MAX_LINE_BYTES, Math.max(length + count, line.length * 2)));
        }
        System.arraycopy(buffer, position, line, length, count);
        length += count;
    }
}
