package io.ringside.trading.ledger;

import io.ringside.trading.ledger.LedgerRecord.Execution;
import io.ringside.trading.ledger.LedgerRecord.Gap;
import io.ringside.trading.ledger.LedgerRecord.Mark;
import io.ringside.trading.ledger.LedgerRecord.Reached;
import io.ringside.trading.ledger.LedgerRecord.RunBegan;
import io.ringside.trading.ledger.LedgerRecord.StrategySwitched;
import io.ringside.trading.ledger.LedgerRecord.TradingSwitched;

/**
 * How far the ledger reaches.
 *
 * <p><em>Threading:</em> immutable.
 *
 * @param place        of the last record
 * @param epochNs      of the last record
 * @param sinceEpochNs of the very first record, 0 before it
 * @param executions   number of the last execution
 * @param markEpochNs  of the last mark, 0 before the first
 */
public record LedgerState(LedgerPlace place, long epochNs, long sinceEpochNs, long executions, long markEpochNs) {

    /** Of a ledger without records. */
    public static final LedgerState EMPTY = new LedgerState(LedgerPlace.NONE, 0, 0, 0, 0);

    /** With one more record. */
    public LedgerState after(LedgerRecord next) {
        long since = sinceEpochNs == 0 ? next.epochNs() : sinceEpochNs;
        return next.accept(new LedgerRecord.Visitor<>() {

            @Override
            public LedgerState onRunBegan(RunBegan began) {
                return state(began.executions(), markEpochNs);
            }

            @Override
            public LedgerState onExecution(Execution execution) {
                return state(execution.number(), markEpochNs);
            }

            @Override
            public LedgerState onMark(Mark mark) {
                return state(executions, mark.epochNs());
            }

            @Override
            public LedgerState onTradingSwitched(TradingSwitched switched) {
                return state(executions, markEpochNs);
            }

            @Override
            public LedgerState onStrategySwitched(StrategySwitched switched) {
                return state(executions, markEpochNs);
            }

            @Override
            public LedgerState onGap(Gap gap) {
                return state(executions + gap.executions(), markEpochNs);
            }

            @Override
            public LedgerState onReached(Reached reached) {
                return state(executions, markEpochNs);
            }

            private LedgerState state(long nowExecutions, long nowMarkEpochNs) {
                return new LedgerState(next.place(), next.epochNs(), since, nowExecutions, nowMarkEpochNs);
            }
        });
    }
}
