package io.ringside.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the frames of a server, byte by byte as RFC 6455 section 5.2 draws them, legal or not. */
public final class ServerFrames {

    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;

    private static final int FIN = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public ServerFrames text(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole message, or the last frame of one. */
    public ServerFrames frame(int opcode, byte[] payload) {
        return frame(FIN | opcode, payload, payload.length < 126 ? 0 : payload.length <= 0xFFFF ? 2 : 8);
    }

    /** A frame that is not the last of its message. */
    public ServerFrames begun(int opcode, byte[] payload) {
        return frame(opcode, payload, payload.length < 126 ? 0 : 2);
    }

    /** A frame with its length in the given number of extra bytes, shortest form or not. */
    public ServerFrames frame(int firstByte, byte[] payload, int lengthBytes) {
        bytes.write(firstByte);
        bytes.write(lengthBytes == 0 ? payload.length : lengthBytes == 2 ? 126 : 127);
        for (int i = lengthBytes - 1; i >= 0; i--) {
            bytes.write((int) ((long) payload.length >>> i * 8));
        }
        return raw(payload);
    }

    public ServerFrames close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return frame(CLOSE, ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
    }

    /** The 64-bit form with any length, and no payload yet. */
    public ServerFrames head64(int opcode, long length) {
        bytes.write(FIN | opcode);
        bytes.write(127);
        return raw(ByteBuffer.allocate(8).putLong(length).array());
    }

    public ServerFrames raw(byte... more) {
        bytes.writeBytes(more);
        return this;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
