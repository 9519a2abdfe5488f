package io.ringside.trading.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A segment file through a window of fixed size, so that a small heap reads segments of any size. The file may be
 * appended to or cut meanwhile; {@link #load} shows it as it is now.
 *
 * <p><em>Threading:</em> one thread.
 */
final class SegmentWindow implements AutoCloseable {

    /** Holds any record from where it starts. */
    static final int WINDOW_BYTES = 2 * RecordLayout.MAX_RECORD_BYTES;

    private static final int PAGE_BYTES = 4096;
    private static final int SCAN_BYTES = 64 << 10;

    private final FileChannel channel;
    private final byte[] bytes = new byte[WINDOW_BYTES];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final CRC32C crc = new CRC32C();
    private int from;
    private int held;

    SegmentWindow(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    int fileBytes() throws IOException {
        return (int) channel.size();
    }

    /** Makes those bytes of the file readable; false if it ends before them. */
    boolean holds(int at, int lengthBytes) throws IOException {
        if (at < from || at + lengthBytes > from + held) {
            load(at);
        }
        return at + lengthBytes <= from + held;
    }

    /** Moves the window there and reads it again. */
    void load(int at) throws IOException {
        from = at;
        held = read(bytes, bytes.length, at);
    }

    /** For {@link #index}. */
    byte[] array() {
        return bytes;
    }

    /** Where a byte of the file that the window holds stands in {@link #array}. */
    int index(int at) {
        return at - from;
    }

    int getInt(int at) {
        return buffer.getInt(index(at));
    }

    long getLong(int at) {
        return buffer.getLong(index(at));
    }

    int getUnsignedShort(int at) {
        return buffer.getShort(index(at)) & 0xFFFF;
    }

    int checksum(int at, int lengthBytes) {
        crc.reset();
        crc.update(bytes, index(at), lengthBytes);
        return (int) crc.getValue();
    }

    /** True if one of the pages from {@code at} to {@code end} is all zeros; the first counts from {@code at}. */
    boolean hasZeroPage(int at, int end) throws IOException {
        int last = Math.min(end, fileBytes());
        for (int page = at; page < last; page = pageEnd(page)) {
            if (isZero(page, pageEnd(page))) {
                return true;
            }
        }
        return false;
    }

    /** After the file's last byte that is not zero, at least {@code at}. Reads the file itself, not the window. */
    int endOfContents(int at) throws IOException {
        byte[] chunk = new byte[SCAN_BYTES];
        for (int end = fileBytes(); end > at; ) {
            int begin = Math.max(at, end - chunk.length);
            int last = read(chunk, end - begin, begin) - 1;
            while (last >= 0 && chunk[last] == 0) {
                last--;
            }
            if (last >= 0) {
                return begin + last + 1;
            }
            end = begin;
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int pageEnd(int at) {
        return at / PAGE_BYTES * PAGE_BYTES + PAGE_BYTES;
    }

    /** Bytes behind the end of the file count as zeros. */
    private boolean isZero(int at, int end) throws IOException {
        holds(at, end - at);
        int last = Math.min(index(end), held);
        for (int i = index(at); i < last; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many bytes there were. */
    private int read(byte[] into, int lengthBytes, int at) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(into, 0, lengthBytes);
        int count = 0;
        while (target.hasRemaining() && count >= 0) {
            count = channel.read(target, at + (long) target.position());
        }
        return target.position();
    }
}
