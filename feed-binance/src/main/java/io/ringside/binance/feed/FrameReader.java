package io.ringside.binance.feed;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Unwraps the WebSocket frames of a server (RFC 6455 section 5) in place: received bytes are copied once into one
 * array, and complete messages are handed out as ranges of it. No frame object is made. Fragmented messages are put
 * together in a second array. Text is not checked for UTF-8 here: the decoders refuse what they cannot read.
 *
 * <p><em>Threading:</em> one thread. Memory: grows to the largest frame seen, at most the message limit and what one
 * read brings.
 */
final class FrameReader {

    /** Twice the largest read, which must fit behind the start of a frame: growing would allocate amid the ticks. */
    private static final int FIRST_CAPACITY = 128 * 1024;
    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int MAX_CONTROL_BYTES = 125;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int NO_CLOSE_CODE = 1005;

    private final int maxMessageBytes;
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int readIndex;
    private int writeIndex;
    private byte[] message = new byte[0];
    private int messageLength;
    private int messageOpcode = CONTINUATION;
    private boolean closed;

    FrameReader(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Takes all readable bytes; the caller keeps and releases the buffer. */
    void append(ByteBuf received) {
        int length = received.readableBytes();
        makeRoomFor(length);
        received.readBytes(buffer, writeIndex, length);
        writeIndex += length;
    }

    /** Hands out complete frames until there is none, or the listener wants no more. */
    void read(FrameListener listener) throws ProtocolViolation {
        while (!closed && listener.wantsMore() && readFrame(listener)) {
            // each turn takes one frame
        }
        if (readIndex == writeIndex) {
            readIndex = 0;
            writeIndex = 0;
        }
    }

    private boolean readFrame(FrameListener listener) throws ProtocolViolation {
        int available = writeIndex - readIndex;
        if (available < 2) {
            return false;
        }
        int first = buffer[readIndex] & 0xFF;
        int second = buffer[readIndex + 1] & 0xFF;
        checkHead(first, second);
        int headBytes = second == LENGTH_16 ? 4 : second == LENGTH_64 ? 10 : 2;
        if (available < headBytes) {
            return false;
        }
        int length = payloadLength(first, second);
        if (available < headBytes + length) {
            return false;
        }
        int offset = readIndex + headBytes;
        readIndex = offset + length;
        dispatch(first, offset, length, listener);
        return true;
    }

    private void checkHead(int first, int second) throws ProtocolViolation {
        int opcode = first & 0x0F;
        boolean control = opcode >= CLOSE;
        if ((first & RESERVED) != 0) {
            throw violation("reserved bits set, no extension was agreed");
        }
        if ((second & MASKED) != 0) {
            throw violation("a server must not mask");
        }
        if (opcode > PONG || opcode > BINARY && !control) {
            throw violation("unknown opcode " + opcode);
        }
        if (control && (first & FIN) == 0) {
            throw violation("fragmented control frame");
        }
        if (control && second > MAX_CONTROL_BYTES) {
            throw violation("control frame of more than " + MAX_CONTROL_BYTES + " bytes");
        }
        if (opcode == CLOSE && second == 1) {
            throw violation("close frame of one byte");
        }
        if (opcode == CONTINUATION && messageOpcode == CONTINUATION) {
            throw violation("continuation of no message");
        }
        if ((opcode == TEXT || opcode == BINARY) && messageOpcode != CONTINUATION) {
            throw violation("new message inside a fragmented one");
        }
    }

    private int payloadLength(int first, int second) throws ProtocolViolation {
        long length = second;
        if (second == LENGTH_16) {
            length = bigEndian(readIndex + 2, 2);
            if (length < LENGTH_16) {
                throw violation("length " + length + " not in its shortest form");
            }
        } else if (second == LENGTH_64) {
            length = bigEndian(readIndex + 2, 8);
            if (length < 0) {
                throw violation("length with its highest bit set");
            }
            if (length <= 0xFFFF) {
                throw violation("length " + length + " not in its shortest form");
            }
        }
        int before = (first & CLOSE) == 0 ? messageLength : 0;
        if (length > maxMessageBytes - before) {
            throw new ProtocolViolation(ProtocolViolation.MESSAGE_TOO_BIG,
                "message of more than " + maxMessageBytes + " bytes");
        }
        return (int) length;
    }

    private void dispatch(int first, int offset, int length, FrameListener listener) throws ProtocolViolation {
        boolean fin = (first & FIN) != 0;
        int opcode = first & 0x0F;
        switch (opcode) {
            case PING -> listener.onPing(buffer, offset, length);
            case PONG -> listener.onPong();
            case CLOSE -> close(offset, length, listener);
            case CONTINUATION -> {
                collect(offset, length);
                if (fin) {
                    finishMessage(listener);
                }
            }
            default -> {
                if (fin) {
                    deliver(opcode, buffer, offset, length, listener);
                } else {
                    messageOpcode = opcode;
                    collect(offset, length);
                }
            }
        }
    }

    private void collect(int offset, int length) {
        int needed = messageLength + length + BookTickerDecoder.SLACK_BYTES;
        if (needed > message.length) {
            message = Arrays.copyOf(message, Math.max(needed, message.length * 2));
        }
        System.arraycopy(buffer, offset, message, messageLength, length);
        messageLength += length;
    }

    private void finishMessage(FrameListener listener) {
        int opcode = messageOpcode;
        int length = messageLength;
        messageOpcode = CONTINUATION;
        messageLength = 0;
        deliver(opcode, message, 0, length, listener);
    }

    private static void deliver(int opcode, byte[] bytes, int offset, int length, FrameListener listener) {
        if (opcode == TEXT) {
            listener.onText(bytes, offset, length);
        } else {
            listener.onBinary(length);
        }
    }

    private void close(int offset, int length, FrameListener listener) throws ProtocolViolation {
        closed = true;
        if (length == 0) {
            listener.onClose(NO_CLOSE_CODE, "");
            return;
        }
        int code = (int) bigEndian(offset, 2);
        if (code < 1000 || code >= 1004 && code <= 1006 || code >= 1015 && code < 3000 || code >= 5000) {
            throw violation("close code " + code + " must not be sent");
        }
        listener.onClose(code, new String(buffer, offset + 2, length - 2, StandardCharsets.UTF_8));
    }

    private long bigEndian(int offset, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << Byte.SIZE | buffer[offset + i] & 0xFF;
        }
        return value;
    }

    private void makeRoomFor(int length) {
        int needed = writeIndex - readIndex + length + BookTickerDecoder.SLACK_BYTES;
        if (writeIndex + length + BookTickerDecoder.SLACK_BYTES <= buffer.length) {
            return;
        }
        byte[] target = needed <= buffer.length ? buffer : new byte[Integer.highestOneBit(needed) * 2];
        System.arraycopy(buffer, readIndex, target, 0, writeIndex - readIndex);
        buffer = target;
        writeIndex -= readIndex;
        readIndex = 0;
    }

    private static ProtocolViolation violation(String message) {
        return new ProtocolViolation(ProtocolViolation.PROTOCOL_ERROR, message);
    }
}
