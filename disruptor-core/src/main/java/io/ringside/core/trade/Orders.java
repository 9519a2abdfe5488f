package io.ringside.core.trade;

import io.ringside.core.event.Origin;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.trade.Decision.OrderPlaced;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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

    private final Instruments instruments;
    private final Map<Long, Order> open = new TreeMap<>();
    private final LinkedHashMap<Long, Order> ended = new LinkedHashMap<>();
    private final Map<String, Order> byClientOrderId = new HashMap<>();
    private final int[] openBySymbol;
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
        open.put(order.number(), order);
        openBySymbol[placed.symbolId()]++;
        byClientOrderId.put(order.clientOrderId(), order);
        return order;
    }

    /** Null when there is none of that id, or it ended too long ago. */
    public Order find(String clientOrderId) {
        return byClientOrderId.get(clientOrderId);
    }

    /** Null when there is none of that number, or it ended too long ago. */
    public Order find(long number) {
        Order order = open.get(number);
        return order != null ? order : ended.get(number);
    }

    /** Takes the status of an update over; true when it changed. */
    public boolean applyStatus(Order order, OrderUpdate update) {
        boolean wasOpen = order.isOpen();
        boolean changed = order.applyStatus(update);
        if (wasOpen && !order.isOpen()) {
            open.remove(order.number());
            openBySymbol[order.placed().symbolId()]--;
            ended.put(order.number(), order);
            forgetOldest();
        }
        return changed;
    }

    /** In the order of their numbers; a view. */
    public Collection<Order> open() {
        return open.values();
    }

    public int openOf(int symbolId) {
        return openBySymbol[symbolId];
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
        out.writeLong(lastNumber);
        save(out, ended.values());
        save(out, open.values());
    }

    @Override
    public void load(DataInput in) throws IOException {
        open.clear();
        ended.clear();
        byClientOrderId.clear();
        Arrays.fill(openBySymbol, 0);
        lastNumber = in.readLong();
        loadAll(in);
        loadAll(in);
    }

    /** What was sent and never answered is unknown now. */
    @Override
    public void onRunStart() {
        open.values().forEach(Order::markUnknown);
    }

    private void forgetOldest() {
        if (ended.size() > KEPT_ENDED) {
            Iterator<Order> oldest = ended.values().iterator();
            byClientOrderId.remove(oldest.next().clientOrderId());
            oldest.remove();
        }
    }

    private static void save(DataOutput out, Collection<Order> orders) throws IOException {
        out.writeInt(orders.size());
        for (Order order : orders) {
            OrderPlaced placed = order.placed();
            out.writeLong(placed.number());
            out.writeUTF(placed.clientOrderId());
            out.writeUTF(order.instrument().symbol());
            out.writeByte(placed.side().code());
            out.writeByte(placed.type().code());
            out.writeByte(placed.timeInForce().code());
            out.writeLong(placed.qty());
            out.writeByte(placed.qtyExponent());
            out.writeLong(placed.price());
            out.writeByte(placed.priceExponent());
            Origin origin = placed.origin();
            out.writeLong(origin.userId());
            out.writeLong(origin.chatId());
            out.writeLong(origin.threadId());
            out.writeLong(origin.messageId());
            out.writeUTF(placed.maker());
            out.writeLong(placed.epochNs());
            out.writeUTF(placed.rationale());
            order.save(out);
        }
    }

    private void loadAll(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            long number = in.readLong();
            String clientOrderId = in.readUTF();
            int symbolId = instruments.symbolId(in.readUTF());
            OrderPlaced placed = new OrderPlaced(number, clientOrderId, symbolId, Side.of(in.readByte()),
                OrderType.of(in.readByte()), TimeInForce.of(in.readByte()), in.readLong(), in.readByte(),
                in.readLong(), in.readByte(),
                new Origin(in.readLong(), in.readLong(), in.readLong(), in.readLong()), in.readUTF(), in.readLong(),
                in.readUTF());
            Order order = new Order(placed, instruments.of(placed));
            order.load(in);
            byClientOrderId.put(clientOrderId, order);
            if (order.isOpen()) {
                open.put(number, order);
                openBySymbol[symbolId]++;
            } else {
                ended.put(number, order);
            }
        }
    }
}
