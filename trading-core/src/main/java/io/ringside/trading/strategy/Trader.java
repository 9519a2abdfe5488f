package io.ringside.trading.strategy;

import io.ringside.core.event.Tick;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;

/**
 * What one source of orders can query and do: each strategy has a trader of its own, which sees, sells and cancels only
 * what that strategy holds and has ordered. {@code /closeall} sells it too: the strategy then receives the updates of
 * an order of its own that it did not place, from another origin. Quotes are the same for all.
 *
 * <p><em>Threading:</em> the ring thread. Only {@link #place} and {@link #cancel} allocate.
 */
public interface Trader {

    /** Null when the venue's rules for the symbol are not known: it cannot be traded. */
    Instrument instrument(int symbolId);

    /** The newest quote of any symbol, valid until the call from the engine returns; null before the first. */
    Tick quote(int symbolId);

    /**
     * What this source holds and can sell, rounded down to a step: a mantissa on the exponent of {@link
     * Instrument#qty()}.
     */
    long position(int symbolId);

    /** True while an order of this source for that symbol may still trade. */
    boolean hasOpenOrder(int symbolId);

    /** How many orders of this source may still trade. */
    int openOrders();

    /**
     * One of them, oldest first, by an index from 0. {@link #place} adds orders at the end; none goes before its
     * ORDER_ACK is handled, so they can be canceled one after the other while they are counted through.
     */
    Order openOrder(int index);

    /** Sends the order through the risk gate to the venue. */
    Placement place(OrderRequest request);

    /**
     * Asks the venue to cancel an open order of this source. False if it has no such order, or if the gateway cannot
     * take the request now; the next ORDER_ACK has the outcome.
     */
    boolean cancel(long number);
}
