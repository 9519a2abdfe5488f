package io.ringside.trading.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Segment files on a disk.
 *
 * <p>The zeros are really written: a full disk is an exception here, not a killed process at the first append to a page
 * without space. (A copy-on-write file system such as btrfs or ZFS may still kill it; leave the journal room there.)
 */
public final class MappedSegments {

    private static final int CHUNK_BYTES = 1 << 20;
    private static final int PAGE_BYTES = 4096;

    private MappedSegments() {
    }

    public static Segment make(Path file, long bytes) throws IOException {
        MappedByteBuffer map = map(file, bytes);
        return new Segment(file, map, map::force);
    }

    public static MappedByteBuffer map(Path file, long bytes) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = JournalDirectory.open(file, StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            writeZeros(channel, bytes);
            MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
            touch(map);
            return map;
        } catch (IOException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private static void writeZeros(FileChannel channel, long bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK_BYTES, bytes));
        for (long left = bytes; left > 0; ) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), left));
            left -= channel.write(zeros);
        }
    }

    /** Takes the page faults now, not at the first append to each page. */
    private static void touch(MappedByteBuffer map) {
        for (int offset = 0; offset < map.capacity(); offset += PAGE_BYTES) {
            map.put(offset, (byte) 0);
        }
    }
}
