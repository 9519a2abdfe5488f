package io.ringside.trading.journal.segment;

import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/** Offsets within a record; drawn in the documentation of {@code trading.journal}. */
public final class RecordLayout {

    static final int LENGTH = 0;
    static final int CRC = 4;
    static final int SEQUENCE = 8;
    public static final int MESSAGE = 16;
    public static final int BODY = MESSAGE + MessageHeaderDecoder.ENCODED_LENGTH;

    /**
     * Version of this layout and of the schema, in each segment's start. It goes up with every message, field or code
     * that is added: an older version must not read what it does not know.
     */
    public static final int FORMAT_VERSION = 3;

    /** The first format that every later version reads. */
    public static final int OLDEST_FORMAT_VERSION = 3;

    /** Larger contents are written in parts. */
    public static final int MAX_RECORD_BYTES = 256 << 10;

    private static final int ALIGNMENT = 8;

    private RecordLayout() {
    }

    /** Length of a record with its padding. */
    public static int padded(int lengthBytes) {
        return lengthBytes + ALIGNMENT - 1 & -ALIGNMENT;
    }

    /**
     * Completes records whose message has been staged.
     *
     * <p><em>Threading:</em> one thread. Allocates nothing.
     */
    public static final class Seal {

        private final CRC32C crc = new CRC32C();

        /**
         * Gives a record its padding, sequence, checksum and length. Its message stands in {@code record} from
         * {@link #MESSAGE} to {@code lengthBytes}; the bytes before the message and up to 7 after it are overwritten.
         *
         * @return the record's length with its padding
         */
        public int seal(byte[] record, UnsafeBuffer recordBuffer, int lengthBytes, long sequence) {
            int paddedBytes = padded(lengthBytes);
            if (paddedBytes != lengthBytes) {
                Arrays.fill(record, lengthBytes, paddedBytes, (byte) 0);
            }
            recordBuffer.putLong(SEQUENCE, sequence);
            crc.reset();
            crc.update(record, SEQUENCE, paddedBytes - SEQUENCE);
            recordBuffer.putInt(CRC, (int) crc.getValue() ^ lengthBytes);
            recordBuffer.putInt(LENGTH, lengthBytes);
            return paddedBytes;
        }
    }
}
