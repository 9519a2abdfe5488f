package io.ringside.binance.sim;

/**
 * The lasting faults that are switched on.
 *
 * <p><em>Threading:</em> the exchange's event loop.
 */
final class Faults {

    private boolean stalled;
    private boolean handshakesHung;
    private int refusalStatus;

    /** Nothing is sent to anybody. */
    boolean isStalled() {
        return stalled;
    }

    void stalled(boolean on) {
        stalled = on;
    }

    /** A handshake is read and not answered. */
    boolean areHandshakesHung() {
        return handshakesHung;
    }

    void handshakesHung(boolean on) {
        handshakesHung = on;
    }

    /** HTTP status that refuses handshakes, 0 for none. */
    int refusalStatus() {
        return refusalStatus;
    }

    void refusalStatus(int httpStatus) {
        refusalStatus = httpStatus;
    }
}
