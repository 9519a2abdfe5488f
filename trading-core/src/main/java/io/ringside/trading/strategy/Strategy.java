package io.ringside.trading.strategy;

import io.ringside.core.event.Tick;
import io.ringside.trading.order.Order;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * Reacts to quotes. It sees quotes and timers only while it is on, reads no clock, no randomness and no I/O, allocates
 * nothing on a tick that brings no order, and keeps no state but what {@link #save} writes and its parameters, which
 * are kept for it. It is registered in {@link StrategyTypes}.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public interface Strategy extends SnapshotPart {

    /** The view is valid until this returns. */
    void onTick(Tick tick, Trader trader);

    /** One of this strategy's orders has changed. */
    default void onOrderAck(Order order, Trader trader) {
    }

    /** Ten times a second. */
    default void onTimer(long epochNs, Trader trader) {
    }

    /** Parameters as {@code name=value} words, in a fixed order. */
    String parameters();

    /**
     * Changes the named parameters and resets what it has seen. Throws {@link IllegalArgumentException}, whose message
     * names the parameter, its value and what is allowed, and then changes nothing.
     */
    void set(Map<String, String> changes);

    /** Forgets what it has seen; its parameters stay. */
    void reset();

    /**
     * Writes what must survive a restart. All state unless overridden: a strategy whose state is about an unbroken
     * market, as windows are, leaves that out.
     */
    default void saveMemory(DataOutput out) throws IOException {
        save(out);
    }

    /** Reads it back into a strategy that has its parameters and has seen nothing yet; throws as {@link #load}. */
    default void loadMemory(DataInput in, int version) throws IOException {
        load(in, version);
    }

    /** What it sees now, one line a symbol, for {@code /strategy status}. */
    String status();
}
