package io.ringside.trading.journal.segment;

import java.util.Arrays;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Completes a record whose message has been staged: padding, sequence, checksum and length, as {@link RecordLayout}
 * has them.
 *
 * <p><em>Threading:</em> one thread. Allocates nothing.
 */
public final class RecordSeal {

    private final CRC32C crc = new CRC32C();

    /**
     * Seals a record whose message stands in {@code record} from {@link RecordLayout#MESSAGE} to {@code lengthBytes};
     * the bytes before the message and up to 7 after it are overwritten.
     *
     * @return the record's length with its padding
     */
    public int seal(byte[] record, UnsafeBuffer recordBuffer, int lengthBytes, long sequence) {
        int paddedBytes = RecordLayout.padded(lengthBytes);
        if (paddedBytes != lengthBytes) {
            Arrays.fill(record, lengthBytes, paddedBytes, (byte) 0);
        }
        recordBuffer.putLong(RecordLayout.SEQUENCE, sequence);
        crc.reset();
        crc.update(record, RecordLayout.SEQUENCE, paddedBytes - RecordLayout.SEQUENCE);
        recordBuffer.putInt(RecordLayout.CRC, (int) crc.getValue() ^ lengthBytes);
        recordBuffer.putInt(RecordLayout.LENGTH, lengthBytes);
        return paddedBytes;
    }
}
