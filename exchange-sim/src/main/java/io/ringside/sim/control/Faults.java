package io.ringside.sim.control;

/**
 * The faults that are switched on.
 *
 * <p><em>Threading:</em> the exchange's event loop.
 */
public final class Faults {

    private boolean stalled;
    private boolean handshakesHung;
    private int rejectionStatus;

    /** Nothing is sent to any client. */
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

    /** HTTP status that rejects handshakes, 0 for none. */
    public int rejectionStatus() {
        return rejectionStatus;
    }

    public void rejectionStatus(int httpStatus) {
        rejectionStatus = httpStatus;
    }
}
