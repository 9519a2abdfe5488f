package io.ringside.feed.frame;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records what a {@link FrameReader} finds, one line each, and wants as many frames as it is told. */
final class RecordingFrames {

    static final int SLACK_BYTES = 8;

    private final List<String> calls = new ArrayList<>();
    private int wanted = Integer.MAX_VALUE;

    List<String> calls() {
        return calls;
    }

    RecordingFrames wanting(int frames) {
        wanted = frames;
        return this;
    }

    /** Feeds the bytes in one read and answers with the violation's close code, 0 for none. */
    int read(FrameReader reader, byte[] bytes, int from, int to) {
        reader.append(Unpooled.wrappedBuffer(bytes, from, to - from));
        return readOn(reader);
    }

    int read(FrameReader reader, byte[] bytes) {
        return read(reader, bytes, 0, bytes.length);
    }

    int readOn(FrameReader reader) {
        try {
            while (wanted > 0 && take(reader, reader.next())) {
                wanted--;
            }
            return 0;
        } catch (ProtocolViolation violation) {
            return violation.closeCode();
        }
    }

    private boolean take(FrameReader reader, FrameReader.Frame frame) {
        switch (frame) {
            case TEXT -> {
                if (reader.bytes().length < reader.offset() + reader.length() + SLACK_BYTES) {
                    throw new AssertionError("no slack after the message");
                }
                calls.add("text " + payload(reader));
            }
            case BINARY -> calls.add("binary " + reader.length());
            case PING -> calls.add("ping " + payload(reader));
            case PONG -> calls.add("pong");
            case CLOSE -> calls.add("close " + reader.closeCode() + " " + reader.closeReason());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String payload(FrameReader reader) {
        return latin(reader.bytes(), reader.offset(), reader.length());
    }

    /** One character per byte, so that any payload can be compared. */
    static String latin(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
}
