package io.ringside.binance.feed;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records what a {@link FrameReader} hands out, as one line per call, and wants as many frames as it is told. */
final class RecordingFrames implements FrameListener {

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
            reader.read(this);
            return 0;
        } catch (ProtocolViolation violation) {
            return violation.closeCode();
        }
    }

    @Override
    public boolean wantsMore() {
        return wanted > 0;
    }

    @Override
    public void onText(byte[] bytes, int offset, int length) {
        if (bytes.length < offset + length + BookTickerDecoder.SLACK_BYTES) {
            throw new AssertionError("no slack behind the message");
        }
        add("text " + latin(bytes, offset, length));
    }

    @Override
    public void onBinary(int length) {
        add("binary " + length);
    }

    @Override
    public void onPing(byte[] bytes, int offset, int length) {
        add("ping " + latin(bytes, offset, length));
    }

    @Override
    public void onPong() {
        add("pong");
    }

    @Override
    public void onClose(int code, String reason) {
        add("close " + code + " " + reason);
    }

    /** One character per byte, so that any payload can be compared. */
    static String latin(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    private void add(String call) {
        calls.add(call);
        wanted--;
    }
}
