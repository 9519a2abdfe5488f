package io.ringside.trading.engine;

import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.DecisionLog;

/**
 * Passes decisions on to the log that is in place at the moment: the engine is built before its journal is open.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class DecisionRelay implements DecisionLog {

    private DecisionLog log = DecisionLog.NONE;

    void to(DecisionLog newLog) {
        log = newLog;
    }

    @Override
    public void record(Decision decision, long sequence) {
        log.record(decision, sequence);
    }

    @Override
    public long position() {
        return log.position();
    }
}
