package io.ringside.feed.frame;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Unwraps the WebSocket frames of a server (RFC 6455 section 5) in place: received bytes are copied once into one
 * array, and each whole message or control frame is a range of it until the next call. No frame object is made. Text
 * is not checked for UTF-8 here: the decoders reject what they cannot read.
 *
 * <p><em>Threading:</em> one thread. Memory: grows to the largest frame seen, at most the message limit and what one
 * read brings.
 */
public final class FrameReader {

    /** Result of {@link #next}. */
    public enum Frame { NONE, TEXT, BINARY, PING, PONG, CLOSE }

    /** Twice the largest read, which must fit after the start of a frame: growing would allocate amid the ticks. */
    private static final int FIRST_CAPACITY = 128 * 1024;
    private static final int FIN = 0x80;
    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int NO_CLOSE_CODE = 1005;

    private final int maxMessageBytes;
    private final int slackBytes;
    private final Fragments fragments;
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int readIndex;
    private int writeIndex;
    private byte[] frame = buffer;
    private int offset;
    private int length;
    private int closeCode;
    private boolean closed;

    /**
     * @param slackBytes bytes that may be read past every text, so that a decoder can load several at once
     */
    public FrameReader(int maxMessageBytes, int slackBytes) {
        this.maxMessageBytes = maxMessageBytes;
        this.slackBytes = slackBytes;
        this.fragments = new Fragments(slackBytes);
    }

    /** Copies all readable bytes; the caller keeps and releases the buffer. */
    public void append(ByteBuf received) {
        int count = received.readableBytes();
        makeRoomFor(count);
        received.readBytes(buffer, writeIndex, count);
        writeIndex += count;
    }

    /** The next whole message or control frame; NONE if more bytes are needed, and always after a close frame. */
    public Frame next() throws ProtocolViolation {
        Frame found = Frame.NONE;
        while (found == Frame.NONE && !closed && hasWholeFrame()) {
            found = take();
        }
        if (readIndex == writeIndex) {
            readIndex = 0;
            writeIndex = 0;
        }
        return found;
    }

    /** The array that holds the payload of the frame, valid until the next call of this reader. */
    public byte[] bytes() {
        return frame;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    /** Of a close frame; 1005 stands for one without a code. */
    public int closeCode() {
        return closeCode;
    }

    /** Of a close frame; may be empty. */
    public String closeReason() {
        int codeBytes = Math.min(length, 2);
        return new String(frame, offset + codeBytes, length - codeBytes, StandardCharsets.UTF_8);
    }

    private boolean hasWholeFrame() throws ProtocolViolation {
        int available = writeIndex - readIndex;
        if (available < 2) {
            return false;
        }
        int first = buffer[readIndex] & 0xFF;
        int second = buffer[readIndex + 1] & 0xFF;
        FrameHead.check(first, second, fragments.isOpen());
        int headBytes = second == LENGTH_16 ? 4 : second == LENGTH_64 ? 10 : 2;
        if (available < headBytes) {
            return false;
        }
        length = payloadLength(first, second);
        offset = readIndex + headBytes;
        return available >= headBytes + length;
    }

    private int payloadLength(int first, int second) throws ProtocolViolation {
        long bytes = second;
        if (second == LENGTH_16) {
            bytes = bigEndian(readIndex + 2, 2);
            if (bytes < LENGTH_16) {
                throw ProtocolViolation.of("length " + bytes + " not in its shortest form");
            }
        } else if (second == LENGTH_64) {
            bytes = bigEndian(readIndex + 2, 8);
            if (bytes < 0) {
                throw ProtocolViolation.of("length with its highest bit set");
            }
            if (bytes <= 0xFFFF) {
                throw ProtocolViolation.of("length " + bytes + " not in its shortest form");
            }
        }
        int before = (first & CLOSE) == 0 ? fragments.length() : 0;
        if (bytes > maxMessageBytes - before) {
            throw ProtocolViolation.tooBig("message of more than " + maxMessageBytes + " bytes");
        }
        return (int) bytes;
    }

    /** Takes the whole frame at the read index; NONE for a part of a message. */
    private Frame take() throws ProtocolViolation {
        int first = buffer[readIndex];
        readIndex = offset + length;
        frame = buffer;
        return switch (first & 0x0F) {
            case PING -> Frame.PING;
            case PONG -> Frame.PONG;
            case CLOSE -> close();
            default -> takeData((first & FIN) != 0, first & 0x0F);
        };
    }

    private Frame takeData(boolean fin, int opcode) {
        if (fin && opcode != CONTINUATION) {
            return opcode == TEXT ? Frame.TEXT : Frame.BINARY;
        }
        fragments.add(opcode, buffer, offset, length);
        if (!fin) {
            return Frame.NONE;
        }
        frame = fragments.bytes();
        offset = 0;
        length = fragments.takeLength();
        return fragments.takeOpcode() == TEXT ? Frame.TEXT : Frame.BINARY;
    }

    private Frame close() throws ProtocolViolation {
        closed = true;
        int code = length == 0 ? NO_CLOSE_CODE : (int) bigEndian(offset, 2);
        if (length > 0 && !isAllowed(code)) {
            throw ProtocolViolation.of("close code " + code + " must not be sent");
        }
        closeCode = code;
        return Frame.CLOSE;
    }

    /** RFC 6455 section 7.4. */
    private static boolean isAllowed(int code) {
        return code >= 1000 && code < 1004 || code > 1006 && code < 1015 || code >= 3000 && code < 5000;
    }

    private long bigEndian(int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << Byte.SIZE | buffer[from + i] & 0xFF;
        }
        return value;
    }

    private void makeRoomFor(int count) {
        int needed = writeIndex - readIndex + count + slackBytes;
        if (writeIndex + count + slackBytes <= buffer.length) {
            return;
        }
        byte[] target = needed <= buffer.length ? buffer : new byte[Integer.highestOneBit(needed) * 2];
        System.arraycopy(buffer, readIndex, target, 0, writeIndex - readIndex);
        buffer = target;
        writeIndex -= readIndex;
        readIndex = 0;
    }
}
