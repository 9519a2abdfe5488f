package io.ringside.trading.decision;

/**
 * Where decisions are written before they take effect.
 *
 * <p><em>Threading:</em> the ring thread; must not wait.
 */
@FunctionalInterface
public interface DecisionLog {

    /** Keeps nothing. */
    DecisionLog NONE = (decision, sequence) -> { };

    /** {@code sequence} is that of the event on which it was decided. */
    void record(Decision decision, long sequence);

    /** Behind the newest record: what must be durable before anything leaves that depends on it. 0 if nothing waits. */
    default long position() {
        return 0;
    }
}
