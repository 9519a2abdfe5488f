package io.ringside.feed.frame;

/**
 * The venue broke RFC 6455: the connection is failed with the close code. Has no stack trace: the message says it all.
 */
public final class ProtocolViolation extends Exception {

    /** RFC 6455 section 7.4.1. */
    private static final int PROTOCOL_ERROR = 1002;
    private static final int MESSAGE_TOO_BIG = 1009;

    private static final long serialVersionUID = 1L;

    private final int closeCode;

    private ProtocolViolation(int closeCode, String message) {
        super(message, null, false, false);
        this.closeCode = closeCode;
    }

    static ProtocolViolation of(String message) {
        return new ProtocolViolation(PROTOCOL_ERROR, message);
    }

    static ProtocolViolation tooBig(String message) {
        return new ProtocolViolation(MESSAGE_TOO_BIG, message);
    }

    public int closeCode() {
        return closeCode;
    }
}
