package io.ringside.feed.frame;

/** The rules for the first two bytes of a server's frame, RFC 6455 sections 5.2 to 5.5. */
final class FrameHead {

    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int PONG = 0xA;
    private static final int WHOLE_TEXT = FIN | TEXT;
    private static final int MAX_CONTROL_BYTES = 125;

    private FrameHead() {
    }

    /**
     * @param midMessage a fragmented message has begun and not ended
     */
    static void check(int first, int second, boolean midMessage) throws ProtocolViolation {
        if (first == WHOLE_TEXT && second < MASKED && !midMessage) {
            return;
        }
        int opcode = first & 0x0F;
        boolean control = opcode >= CLOSE;
        if ((first & RESERVED) != 0) {
            throw ProtocolViolation.of("reserved bits set, no extension was agreed");
        }
        if ((second & MASKED) != 0) {
            throw ProtocolViolation.of("a server must not mask");
        }
        if (opcode > PONG || opcode > BINARY && !control) {
            throw ProtocolViolation.of("unknown opcode " + opcode);
        }
        if (control && (first & FIN) == 0) {
            throw ProtocolViolation.of("fragmented control frame");
        }
        if (control && second > MAX_CONTROL_BYTES) {
            throw ProtocolViolation.of("control frame of more than " + MAX_CONTROL_BYTES + " bytes");
        }
        if (opcode == CLOSE && second == 1) {
            throw ProtocolViolation.of("close frame of one byte");
        }
        if (opcode == CONTINUATION && !midMessage) {
            throw ProtocolViolation.of("continuation of no message");
        }
        if ((opcode == TEXT || opcode == BINARY) && midMessage) {
            throw ProtocolViolation.of("new message inside a fragmented one");
        }
    }
}
