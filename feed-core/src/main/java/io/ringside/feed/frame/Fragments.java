package io.ringside.feed.frame;

import java.util.Arrays;

/**
 * Assembles a fragmented message in an array of its own that grows to the largest one seen.
 *
 * <p><em>Threading:</em> one thread.
 */
final class Fragments {

    private static final int CONTINUATION = 0x0;

    private final int slackBytes;
    private byte[] bytes = new byte[0];
    private int length;
    private int opcode = CONTINUATION;

    Fragments(int slackBytes) {
        this.slackBytes = slackBytes;
    }

    /** True between the first and the last fragment of a message. */
    boolean isOpen() {
        return opcode != CONTINUATION;
    }

    /** Adds the next fragment; the first one has the opcode of the message. */
    void add(int frameOpcode, byte[] source, int offset, int count) {
        if (frameOpcode != CONTINUATION) {
            opcode = frameOpcode;
        }
        int needed = length + count + slackBytes;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Ends the message; its bytes stay until the next fragment is added. */
    int takeLength() {
        int whole = length;
        length = 0;
        return whole;
    }

    /** The opcode of the message that has ended. */
    int takeOpcode() {
        int message = opcode;
        opcode = CONTINUATION;
        return message;
    }
}
