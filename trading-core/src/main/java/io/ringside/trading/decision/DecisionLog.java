package io.ringside.trading.decision;

/**
 * Where decisions are recorded before they take effect.
 *
 * <p>A decision that cannot be stored, because the disk is full for example, is dropped and counted, never thrown back:
 * the owner of the log is told once, and no order leaves until the log works again.
 *
 * <p><em>Threading:</em> the ring thread. Never waits for the disk.
 */
@FunctionalInterface
public interface DecisionLog {

    /** Stores nothing. */
    DecisionLog NONE = (decision, sequence) -> { };

    /** {@code sequence} is that of the event that led to the decision; it never decreases. */
    void record(Decision decision, long sequence);

    /**
     * The position after the newest record: it must be durable before anything that depends on it leaves. 0 if nothing
     * has to wait.
     */
    default long position() {
        return 0;
    }
}
