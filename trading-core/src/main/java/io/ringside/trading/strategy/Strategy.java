package io.ringside.trading.strategy;

import io.ringside.core.event.Tick;
import io.ringside.trading.order.Order;
import io.ringside.trading.snapshot.SnapshotPart;
import java.util.Map;

/**
 * Reacts to quotes. It sees events only while it is on, reads no clock, no randomness and no I/O, allocates nothing on
 * a tick that brings no order, and keeps no state but what {@link #save} writes. It is registered in {@link
 * StrategyTypes}.
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

    /** What it sees now, one line a symbol, for {@code /strategy status}. */
    String status();
}
