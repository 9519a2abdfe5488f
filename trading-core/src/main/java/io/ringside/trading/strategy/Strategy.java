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
 * are kept for it. It is registered in {@code settings.StrategyTypes}.
 *
 * <p><em>State</em> is stored in two ways. {@link #save} writes all of it at the start of each segment of the journal:
 * a replay goes on from there and must decide the same. {@link #saveMemory} writes what must survive a restart, a stop
 * price for example: it is looked at once a second, after each own order and after each update of one, and journaled
 * if it has changed. So after a crash it is a second old at most; what the market did since is not seen. Memory that
 * cannot be read, or that another type of strategy wrote, leaves the strategy stopped, and users are told.
 *
 * <p><em>Failures:</em> a strategy that throws is stopped at once and its open orders are canceled; users are told. It
 * is not called again until {@code /strategy NAME on}, which resets it. More than {@value StrategyMemory#MAX_BYTES}
 * bytes of memory are a failure, too.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public interface Strategy extends SnapshotPart {

    /** The view is valid until this returns. */
    void onTick(Tick tick, Trader trader);

    /** One of this strategy's orders has changed; told while it is off, too, when it can place no order. */
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
