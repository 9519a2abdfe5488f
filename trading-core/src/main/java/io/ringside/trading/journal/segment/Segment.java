package io.ringside.trading.journal.segment;

import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A segment file being written, mapped into memory. It was filled with zeros when it was made, so an append never
 * meets a full disk.
 *
 * <p><em>Threading:</em> appended to by the ring thread; forced by {@code journal-io}, which also unmaps it after the
 * ring thread has released it.
 */
public final class Segment {

    /** Forces a part of the file to the disk. */
    @FunctionalInterface
    public interface Forcing {

        /** Throws {@link java.io.UncheckedIOException} if that fails. */
        void force(int from, int lengthBytes);
    }

    private final Path file;
    private final MappedByteBuffer map;
    private final Forcing forcing;
    private final UnsafeBuffer buffer;
    private final RecordLayout.Seal seal = new RecordLayout.Seal();
    private int position;

    public Segment(Path file, MappedByteBuffer map, Forcing forcing) {
        this.file = file;
        this.map = map;
        this.forcing = forcing;
        this.buffer = new UnsafeBuffer(map);
    }

    /** Where it was made, which is not where it is after a rename. */
    public Path file() {
        return file;
    }

    public int capacity() {
        return buffer.capacity();
    }

    /** The end of the last record. */
    public int position() {
        return position;
    }

    public boolean fits(int lengthBytes) {
        return RecordLayout.padded(lengthBytes) <= buffer.capacity() - position;
    }

    /**
     * Appends a record whose message stands in {@code record} from {@link RecordLayout#MESSAGE} to {@code lengthBytes};
     * the bytes before the message and up to 7 after it are overwritten. It must fit.
     */
    public void append(byte[] record, UnsafeBuffer recordBuffer, int lengthBytes, long sequence) {
        int paddedBytes = seal.seal(record, recordBuffer, lengthBytes, sequence);
        buffer.putBytes(position + RecordLayout.CRC, record, RecordLayout.CRC, paddedBytes - RecordLayout.CRC);
        buffer.putIntRelease(position + RecordLayout.LENGTH, lengthBytes);
        position += paddedBytes;
    }

    /** Forces these bytes to the disk; throws {@link java.io.UncheckedIOException} if that fails. */
    public void force(int from, int to) {
        if (to > from) {
            forcing.force(from, to - from);
        }
    }

    /** It must not be used afterwards. */
    public void unmap() {
        BufferUtil.free(map);
    }
}
