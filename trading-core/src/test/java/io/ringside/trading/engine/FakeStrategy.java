package io.ringside.trading.engine;

import io.ringside.core.event.Origin;
import io.ringside.core.event.Tick;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.strategy.Strategy;
import io.ringside.trading.strategy.Trader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A strategy that writes down what it sees, and places an order on the next tick when it is told to. */
public final class FakeStrategy implements Strategy {

    public static final Origin ORIGIN = Origin.telegram(0, -7, 0, 0);

    private final String name;
    private final List<String> seen = new ArrayList<>();
    private final SortedMap<String, String> parameters = new TreeMap<>();
    private final int most;
    private Side side;
    private long qty;
    private Placement placement;
    private Trader trader;
    private long ticks;
    private String failure;
    private int memoryBytes = Long.BYTES;
    private boolean forgetful;

    /** {@code most} is the largest value that a parameter may have. */
    public FakeStrategy(String name, int most, Map<String, String> parameters) {
        this.name = name;
        this.most = most;
        this.parameters.putAll(parameters);
    }

    public FakeStrategy() {
        this("fake", 100, Map.of("fast", "5", "slow", "20"));
    }

    /** Since the last time that this was asked. */
    public List<String> seen() {
        List<String> told = List.copyOf(seen);
        seen.clear();
        return told;
    }

    /** Places an order for so much of BTCUSDT, in hundred-thousandths, on the next tick. */
    public void placeNext(Side nextSide, long nextQty) {
        side = nextSide;
        qty = nextQty;
    }

    /** Throws with these words when it is called next. */
    public void failNext(String words) {
        failure = words;
    }

    /** Remembers so much more than it needs. */
    public void hoard(int bytes) {
        memoryBytes = bytes;
    }

    /** Can read no memory. */
    public FakeStrategy forgetful() {
        forgetful = true;
        return this;
    }

    /** What came of its last order. */
    public Placement placement() {
        return placement;
    }

    /** The one that it trades by; null before its first event. */
    public Trader trader() {
        return trader;
    }

    /** Of its type, and of the instance where there is only one. */
    public String name() {
        return name;
    }

    @Override
    public void onTick(Tick tick, Trader own) {
        trader = own;
        seen.add("tick " + tick.symbolId());
        fail();
        ticks++;
        placeWanted(own);
    }

    @Override
    public void onOrderAck(Order order, Trader trader) {
        seen.add("ack #" + order.number() + " " + order.status());
        fail();
        placeWanted(trader);
    }

    @Override
    public void onTimer(long epochNs, Trader trader) {
        seen.add("timer");
        fail();
    }

    @Override
    public String parameters() {
        List<String> words = new ArrayList<>();
        parameters.forEach((key, value) -> words.add(key + "=" + value));
        return String.join(" ", words);
    }

    @Override
    public void set(Map<String, String> changes) {
        changes.forEach(this::check);
        parameters.putAll(changes);
        reset();
    }

    @Override
    public void reset() {
        seen.add("reset");
        fail();
        ticks = 0;
    }

    @Override
    public String status() {
        fail();
        return ticks + " ticks";
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(ticks);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        ticks = in.readLong();
    }

    @Override
    public void saveMemory(DataOutput out) throws IOException {
        save(out);
        out.write(new byte[memoryBytes - Long.BYTES]);
    }

    @Override
    public void loadMemory(DataInput in, int version) throws IOException {
        if (forgetful) {
            throw new IOException("no idea");
        }
        load(in, version);
    }

    private void fail() {
        if (failure != null) {
            String words = failure;
            failure = null;
            throw new IllegalStateException(words);
        }
    }

    private void placeWanted(Trader own) {
        if (side != null) {
            Side placed = side;
            side = null;
            placement = own.place(new OrderRequest(own.instrument(0), placed, OrderType.MARKET, TimeInForce.GTC,
                qty, 0, ORIGIN, name, "fast 2 above slow 1"));
        }
    }

    private void check(String key, String value) {
        if (!parameters.containsKey(key) || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(key + " is " + value + ", allowed are 1 to " + most);
        }
    }
}
