package io.ringside.trading.desk;

import io.ringside.core.event.Symbols;
import io.ringside.trading.account.Fill;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.PlanEnded;
import io.ringside.trading.decision.Decision.PlanStarted;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.order.Order;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plans that go on, as the journal tells them: a recovery folds them here, and {@link PlanDesk} goes on with them.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class Plans implements SnapshotPart {

    private final Instruments instruments;
    private final Map<Long, Plan> running = new TreeMap<>();
    private long lastNumber;

    Plans(Instruments instruments) {
        this.instruments = instruments;
    }

    /** That the next plan will have: from 1, over all restarts. */
    long nextNumber() {
        return lastNumber + 1;
    }

    /** In the order of their numbers; a copy. */
    List<Plan> running() {
        return running.isEmpty() ? List.of() : List.copyOf(running.values());
    }

    /** The one that closes all; null if none does. */
    Plan closing() {
        return running.values().stream().filter(Plan::isCloseAll).findFirst().orElse(null);
    }

    /** Null for an order of none. */
    Plan of(Order order) {
        return running.get(order.placed().cause().parent());
    }

    /** A plan is recorded. */
    public Plan start(PlanStarted started) {
        lastNumber = Math.max(lastNumber, started.number());
        Plan plan = new Plan(started,
            started.symbolId() == Symbols.UNKNOWN ? "" : instruments.name(started.symbolId()));
        running.put(plan.number(), plan);
        return plan;
    }

    /** The end of a plan is recorded. */
    public void end(PlanEnded ended) {
        running.remove(ended.number());
    }

    /** An order leaves. */
    public void onPlaced(OrderPlaced placed) {
        Plan plan = running.get(placed.cause().parent());
        if (plan != null) {
            plan.onPlaced(placed);
        }
    }

    /** The gateway did not take an order that was to leave. */
    public void onUnsent(Order order) {
        Plan plan = of(order);
        if (plan != null) {
            plan.onUnsent(order);
        }
    }

    /** An order has traded. */
    public void onFill(Order order, Fill fill) {
        Plan plan = of(order);
        if (plan != null) {
            plan.onFill(order, fill);
        }
    }

    /** The venue has reported the end of an order. */
    public void onEnded(Order order) {
        Plan plan = of(order);
        if (plan != null) {
            plan.onEnded(order);
        }
    }

    /** A new run goes on with the plans of the one before; tells which, in words. */
    public List<String> onRunStart() {
        running.values().forEach(plan -> plan.pace().onRunStart());
        return running.values().stream().map(plan -> plan.text()
            + " was interrupted and goes on when quotes are current; /stop ends it").toList();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(lastNumber);
        out.writeInt(running.size());
        for (Plan plan : running.values()) {
            plan.save(out);
        }
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        running.clear();
        lastNumber = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            Plan plan = Plan.load(in, instruments);
            running.put(plan.number(), plan);
        }
    }
}
