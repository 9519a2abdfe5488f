package io.ringside.trading.order;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Origin.Channel;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.SnapshotPart;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
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
    private static final String MISFIT = "the venue's steps have become too coarse for its price or quantity";

    private final Instruments instruments;
    private final Map<Long, Order> open = new TreeMap<>();
    private final LinkedHashMap<Long, Order> ended = new LinkedHashMap<>();
    private final Map<String, Order> byClientOrderId = new HashMap<>();
    private final int[] openBySymbol;
    private long lastNumber;
    private long highestExchangeOrderId;

    public Orders(Instruments instruments) {
        this.instruments = instruments;
        this.openBySymbol = new int[instruments.symbols()];
    }

    /** The number that the next order will have: from 1, over all restarts. */
    public long nextNumber() {
        return lastNumber + 1;
    }

    /** The highest id that the venue has ever told, 0 before the first. */
    public long highestExchangeOrderId() {
        return highestExchangeOrderId;
    }

    /** Keeps an order that is about to leave. */
    public Order add(OrderPlaced placed) {
        Instrument instrument = instruments.of(placed);
        OrderPlaced scaled = onExponentsOf(instrument, placed);
        if (scaled == null) {
            throw new IllegalStateException("order #" + placed.number() + " of " + instrument.symbol() + ": " + MISFIT);
        }
        Order order = new Order(scaled, instrument);
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
        highestExchangeOrderId = Math.max(highestExchangeOrderId, update.exchangeOrderId());
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
        out.writeLong(highestExchangeOrderId);
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
        highestExchangeOrderId = in.readLong();
        loadAll(in);
        loadAll(in);
    }

    /** A new run begins on recovered state: what was sent and never answered is unknown now. */
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
            out.writeByte(origin.channel().code());
            out.writeLong(origin.userId());
            out.writeLong(origin.chatId());
            out.writeLong(origin.threadId());
            out.writeLong(origin.messageId());
            out.writeUTF(placed.source());
            out.writeLong(placed.epochNs());
            out.writeUTF(placed.rationale());
            order.save(out);
        }
    }

    private void loadAll(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            long number = in.readLong();
            String clientOrderId = in.readUTF();
            String symbol = in.readUTF();
            int symbolId = instruments.symbolId(symbol);
            OrderPlaced placed = new OrderPlaced(number, clientOrderId, symbolId, Side.of(in.readByte()),
                OrderType.of(in.readByte()), TimeInForce.of(in.readByte()), in.readLong(), in.readByte(),
                in.readLong(), in.readByte(),
                new Origin(Channel.of(in.readByte()), in.readLong(), in.readLong(), in.readLong(), in.readLong()),
                in.readUTF(), in.readLong(),
                in.readUTF());
            Instrument instrument = symbolId < 0 ? null : instruments.get(symbolId);
            OrderPlaced scaled = instrument == null ? null : onExponentsOf(instrument, placed);
            Order order = new Order(scaled == null ? placed : scaled, instrument);
            if (!order.load(in, placed.qtyExponent()) || scaled == null) {
                requireEnded(order, symbol);
                continue;
            }
            byClientOrderId.put(clientOrderId, order);
            if (order.isOpen()) {
                open.put(number, order);
                openBySymbol[symbolId]++;
            } else {
                ended.put(number, order);
            }
        }
    }

    /**
     * A venue can change its steps between two runs, and the exponents with them: the order means the same price and
     * quantity as before. Null when they have digits that the new exponents do not hold.
     */
    private static OrderPlaced onExponentsOf(Instrument instrument, OrderPlaced placed) {
        int qtyExponent = instrument.qty().exponent();
        int priceExponent = instrument.price().exponent();
        if (placed.qtyExponent() == qtyExponent && placed.priceExponent() == priceExponent) {
            return placed;
        }
        long qty = Decimals.rescale(placed.qty(), placed.qtyExponent(), qtyExponent);
        long price = Decimals.rescale(placed.price(), placed.priceExponent(), priceExponent);
        return qty == Decimals.NOT_REPRESENTABLE || price == Decimals.NOT_REPRESENTABLE ? null
            : new OrderPlaced(placed.number(), placed.clientOrderId(), placed.symbolId(), placed.side(), placed.type(),
                placed.timeInForce(), qty, qtyExponent, price, priceExponent, placed.origin(), placed.source(),
                placed.epochNs(), placed.rationale());
    }

    /** What has ended may be forgotten with its symbol or its steps; what may still trade must not. */
    private static void requireEnded(Order order, String symbol) throws IOException {
        if (order.isOpen()) {
            String why = order.instrument() == null
                ? "that symbol is not one of this run's or its trading rules are not known" : MISFIT;
            throw new IOException("order #" + order.number() + " of " + symbol + " is open, but " + why);
        }
    }
}
