package io.ringside.trading.ledger;

import io.ringside.trading.ledger.LedgerRecord.RunBegan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which records are void: a power loss may take the end of the journal and not that of the ledger, and the next run
 * then goes on from where the journal ends.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class LedgerRuns {

    private final List<RunBegan> runs = new ArrayList<>();
    private Map<Long, Long> voidFrom = Map.of();

    /** In the order of the ledger. */
    public void add(RunBegan began) {
        runs.add(began);
        voidFrom = null;
    }

    /** True if the run at that place did not outlive its process up to there. */
    public boolean isVoid(LedgerPlace place) {
        if (voidFrom == null) {
            voidFrom = voidFrom();
        }
        return place.sequence() >= voidFrom.getOrDefault(place.runId(), Long.MAX_VALUE);
    }

    private Map<Long, Long> voidFrom() {
        Map<Long, Long> from = new HashMap<>();
        long lowest = Long.MAX_VALUE;
        for (int i = runs.size() - 1; i >= 0; i--) {
            RunBegan began = runs.get(i);
            from.put(began.place().runId(), lowest);
            lowest = began.continues() ? Math.min(lowest, began.place().sequence()) : Long.MAX_VALUE;
        }
        return from;
    }
}
