package io.ringside.core.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The flat memory of one slot, little endian, so that an event is copied or journaled in one block.
 *
 * <p><em>Threading:</em> as the {@link PipelineEvent} that owns it. Offsets are checked by the JVM.
 */
final class SlotBytes {

    /**
     * Where the fields of one kind of event stand: a block of fixed length, then texts with a length byte each. Both
     * only ever grow at their end, so that what an earlier version stored can be read.
     *
     * @param blockEnd offset after the block
     * @param texts    how many follow
     */
    record Layout(int blockEnd, int texts) {
    }

    static final int SLOT_BYTES = 512;
    static final int BODY_OFFSET = 8;

    static final int TYPE_OFFSET = 0;
    private static final int LENGTH_OFFSET = 4;

    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT =
        MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes = new byte[SLOT_BYTES];

    /** Writes which view fills the slot and where its last field ends. */
    void header(EventType type, int lengthBytes) {
        putInt(TYPE_OFFSET, type.code());
        putInt(LENGTH_OFFSET, lengthBytes);
    }

    int typeCode() {
        return getInt(TYPE_OFFSET);
    }

    int lengthBytes() {
        return getInt(LENGTH_OFFSET);
    }

    long getLong(int offset) {
        return (long) LONG.get(bytes, offset);
    }

    void putLong(int offset, long value) {
        LONG.set(bytes, offset, value);
    }

    int getInt(int offset) {
        return (int) INT.get(bytes, offset);
    }

    void putInt(int offset, int value) {
        INT.set(bytes, offset, value);
    }

    /** From 0 to 65,535. */
    int getShort(int offset) {
        return (short) SHORT.get(bytes, offset) & 0xFFFF;
    }

    void putShort(int offset, int value) {
        SHORT.set(bytes, offset, (short) value);
    }

    byte getByte(int offset) {
        return bytes[offset];
    }

    void putByte(int offset, int value) {
        bytes[offset] = (byte) value;
    }

    /** Writes 0 from one offset to before another. */
    void clear(int from, int to) {
        Arrays.fill(bytes, from, to, (byte) 0);
    }

    /** Reads text written by {@link #putText}. */
    String getText(int offset) {
        int length = bytes[offset] & 0xFF;
        return new String(bytes, offset + 1, length, StandardCharsets.UTF_8);
    }

    /** The offset after a text written by {@link #putText}. */
    int endOfText(int offset) {
        return offset + 1 + (bytes[offset] & 0xFF);
    }

    /**
     * Writes a length byte and UTF-8 and returns the offset after it. Text longer than {@code maxBytes}
     * (at most 255) is rejected: a silently shortened command or order id would be a different one.
     */
    int putText(int offset, String text, int maxBytes) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > maxBytes) {
            throw new IllegalArgumentException(
                "text of " + utf8.length + " bytes does not fit its " + maxBytes + " byte field");
        }
        bytes[offset] = (byte) utf8.length;
        System.arraycopy(utf8, 0, bytes, offset + 1, utf8.length);
        return offset + 1 + utf8.length;
    }

    /**
     * Takes over a stored body. What it lacks of the block, because an earlier version stored it, reads as 0; texts
     * that it lacks are empty.
     *
     * @return the offset after the last field
     * @throws IllegalArgumentException if it is no such body
     */
    int load(Layout layout, byte[] source, int sourceOffset, int blockBytes, int bodyBytes) {
        int end = layout.blockEnd() + bodyBytes - blockBytes;
        if (blockBytes < 0 || bodyBytes < blockBytes || BODY_OFFSET + blockBytes > layout.blockEnd()
            || end + layout.texts() > SLOT_BYTES) {
            throw new IllegalArgumentException("a block of " + blockBytes + " bytes in " + bodyBytes);
        }
        System.arraycopy(source, sourceOffset, bytes, BODY_OFFSET, blockBytes);
        clear(BODY_OFFSET + blockBytes, layout.blockEnd());
        System.arraycopy(source, sourceOffset + blockBytes, bytes, layout.blockEnd(), bodyBytes - blockBytes);
        return endOfTexts(layout, end);
    }

    private int endOfTexts(Layout layout, int storedEnd) {
        int end = storedEnd;
        int at = layout.blockEnd();
        for (int text = 0; text < layout.texts(); text++) {
            if (at == end) {
                bytes[end++] = 0;
            }
            at = endOfText(at);
            if (at > end) {
                break;
            }
        }
        if (at != end) {
            throw new IllegalArgumentException("texts that end at " + at + ", not at " + end);
        }
        return end;
    }

    void copyFrom(SlotBytes source, int length) {
        System.arraycopy(source.bytes, 0, bytes, 0, length);
    }

    void copyTo(byte[] target, int targetOffset, int length) {
        System.arraycopy(bytes, 0, target, targetOffset, length);
    }
}
