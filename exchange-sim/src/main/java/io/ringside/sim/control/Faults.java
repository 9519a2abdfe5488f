package io.ringside.sim.control;

/**
 * The lasting faults that are switched on.
 *
 * <p><em>Threading:</em> the exchange's event loop.
 */
public final class Faults {

    private boolean stalled;
    private boolean handshakesHung;
    private int refusalStatus;

    /** Nothing is sent to anybody. */
    public boolean isStalled() {
        return stalled;
    }

    public void stalled(boolean on) {
        stalled = on;
    }

    /** A handshake is read and not answered. */
    public boolean areHandshakesHung() {
        return handshakesHung;
    }

    public void handshakesHung(boolean on) {
        handshakesHung = on;
    }

    /** HTTP status that refuses handshakes, 0 for none. */
    public int refusalStatus() {
        return refusalStatus;
    }

    public void refusalStatus(int httpStatus) {
        refusalStatus = httpStatus;
    }
}
