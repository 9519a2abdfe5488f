package io.ringside.core.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The flat memory of one slot, little endian, so that an event is copied or journaled in one block.
 *
 * <p><em>Threading:</em> as the {@link PipelineEvent} that owns it. Offsets are checked by the JVM.
 */
final class SlotBytes {

    static final int SLOT_BYTES = 256;
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

    /** True when a text of at most {@code maxBytes} stands there. */
    boolean holdsText(int offset, int maxBytes) {
        return (bytes[offset] & 0xFF) <= maxBytes;
    }

    /** True when a text of at most {@code maxBytes} stands there and ends at {@code end}. */
    boolean holdsLastText(int offset, int maxBytes, int end) {
        return holdsText(offset, maxBytes) && offset + 1 + (bytes[offset] & 0xFF) == end;
    }

    void load(int offset, byte[] source, int sourceOffset, int length) {
        System.arraycopy(source, sourceOffset, bytes, offset, length);
    }

    void copyFrom(SlotBytes source, int length) {
        System.arraycopy(source.bytes, 0, bytes, 0, length);
    }

    void copyTo(byte[] target, int targetOffset, int length) {
        System.arraycopy(bytes, 0, target, targetOffset, length);
    }
}
