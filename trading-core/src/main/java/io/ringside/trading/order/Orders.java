package io.ringside.trading.order;

import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.snapshot.SnapshotPart;
import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All open orders and the last 500 that have ended, by number and by client order id.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class Orders implements SnapshotPart {

    private static final int KEPT_ENDED = 500;

    /**
     * The effect of an update.
     *
     * @param executedQty what has traded and was not counted before, on the exponent of the order's quantity; or 0
     * @param changed     whether it contained anything new
     * @param ended       whether the order was open before and no longer is
     */
    public record Change(Order order, long executedQty, boolean changed, boolean ended) {
    }

    private final Instruments instruments;
    private final Map<Long, Order> open = new TreeMap<>();
    private final LinkedHashMap<Long, Order> ended = new LinkedHashMap<>();
    private final Map<String, Order> byClientOrderId = new HashMap<>();
    private final int[] openBySymbol;
    /** By source. Lists are emptied, never replaced: traders hold on to them. */
    private final Map<String, List<Order>> openOf = new HashMap<>();
    private long lastNumber;

    public Orders(Instruments instruments) {
        this.instruments = instruments;
        this.openBySymbol = new int[instruments.symbols()];
    }

    /** The number that the next order will have: from 1, over all restarts. */
    public long nextNumber() {
        return lastNumber + 1;
    }

    /** Keeps an order that is about to leave. */
    public Order add(OrderPlaced placed) {
        Order order = new Order(placed, instruments.of(placed));
        lastNumber = Math.max(lastNumber, placed.number());
        keep(order);
        return order;
    }

    /** Null if the id is unknown, or its order ended too long ago. */
    public Order find(String clientOrderId) {
        return byClientOrderId.get(clientOrderId);
    }

    /** Null if the number is unknown, or its order ended too long ago. */
    public Order find(long number) {
        Order order = open.get(number);
        return order != null ? order : ended.get(number);
    }

    /** Applies an update: its execution, unless counted before, and its status. Null if the order is unknown. */
    public Change apply(OrderUpdate update) {
        Order order = byClientOrderId.get(update.clientOrderId());
        if (order == null) {
            return null;
        }
        boolean wasOpen = order.isOpen();
        long executedQty = order.applyExecution(update);
        boolean changed = order.applyStatus(update) || executedQty > 0;
        boolean ended = wasOpen && !order.isOpen();
        if (ended) {
            moveToEnded(order);
        }
        return new Change(order, executedQty, changed, ended);
    }

    /** Ends an order that the gateway did not take. */
    public void endUnsent(long number, String reason, long epochNs) {
        Order order = open.get(number);
        if (order != null) {
            Ids ids = new Ids(order.placed().account().code(), order.placed().symbolId(), order.clientOrderId(),
                order.exchangeOrderId());
            apply(OrderUpdate.rejected(ids, Report.event(epochNs, reason)));
        }
    }

    /** In the order of their numbers; a view. */
    public Collection<Order> open() {
        return open.values();
    }

    public int openOf(int symbolId) {
        return openBySymbol[symbolId];
    }

    /** The open orders of one source, oldest first; a view that stays true. */
    public List<Order> openOf(String source) {
        return Collections.unmodifiableList(openOf.computeIfAbsent(source, name -> new ArrayList<>()));
    }

    /** The orders that ended last, newest first. */
    public List<Order> ended(int most) {
        List<Order> all = new ArrayList<>(ended.values());
        List<Order> newest = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && newest.size() < most; i--) {
            newest.add(all.get(i));
        }
        return newest;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        StateFields.name(out, "last number");
        out.writeLong(lastNumber);
        SavedOrders.save(out, ended.values());
        SavedOrders.save(out, open.values());
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        open.clear();
        ended.clear();
        byClientOrderId.clear();
        Arrays.fill(openBySymbol, 0);
        openOf.values().forEach(List::clear);
        lastNumber = in.readLong();
        SavedOrders.load(in, instruments).forEach(this::keep);
        SavedOrders.load(in, instruments).forEach(this::keep);
    }

    /** A new run starts from recovered state: orders that were sent and never acknowledged are unknown now. */
    public void onRunStart() {
        open.values().forEach(Order::markUnknown);
    }

    private void keep(Order order) {
        byClientOrderId.put(order.clientOrderId(), order);
        if (!order.isOpen()) {
            ended.put(order.number(), order);
            return;
        }
        open.put(order.number(), order);
        openBySymbol[order.placed().symbolId()]++;
        openOf.computeIfAbsent(order.placed().source(), name -> new ArrayList<>()).add(order);
    }

    private void moveToEnded(Order order) {
        open.remove(order.number());
        openBySymbol[order.placed().symbolId()]--;
        openOf.get(order.placed().source()).remove(order);
        ended.put(order.number(), order);
        forgetOldest();
    }

    private void forgetOldest() {
        if (ended.size() > KEPT_ENDED) {
            Iterator<Order> oldest = ended.values().iterator();
            byClientOrderId.remove(oldest.next().clientOrderId());
            oldest.remove();
        }
    }
}
