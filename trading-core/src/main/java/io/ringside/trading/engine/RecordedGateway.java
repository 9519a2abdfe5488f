package io.ringside.trading.engine;

import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.CancelRejected;
import io.ringside.trading.decision.Decision.CancelRequested;
import io.ringside.trading.decision.Decision.OrderOutcome;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.order.OrderGateway;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Stands in for a venue whose order updates are in the journal: sends nothing, and takes the requests that the recorded
 * gateway took.
 *
 * <p><em>Threading:</em> one thread.
 */
final class RecordedGateway implements OrderGateway {

    private final AccountId account;
    private final Queue<Boolean> taken = new ArrayDeque<>();

    RecordedGateway(AccountId account) {
        this.account = account;
    }

    /** What was decided on the event that comes next. A request that a crash cut off counts as taken. */
    void expect(List<Decision> recorded) {
        taken.clear();
        for (int i = 0; i < recorded.size(); i++) {
            Decision decision = recorded.get(i);
            Decision next = i + 1 < recorded.size() ? recorded.get(i + 1) : null;
            if (decision instanceof OrderPlaced placed) {
                taken.add(!(next instanceof OrderOutcome outcome && outcome.number() == placed.number()));
            } else if (decision instanceof CancelRequested cancel) {
                taken.add(!(next instanceof CancelRejected rejected && rejected.number() == cancel.number()));
            }
        }
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public boolean submit(OrderPlaced order, long journalPosition) {
        return take();
    }

    @Override
    public boolean cancel(Sent order, long journalPosition) {
        return take();
    }

    @Override
    public boolean resolve(Sent order) {
        return true;
    }

    @Override
    public void reconcile(Map<String, BigDecimal> balances, List<Sent> open) {
        // What the venue found is in the journal.
    }

    private boolean take() {
        return taken.isEmpty() || taken.poll();
    }
}
