package io.ringside.trading.strategy;

import io.ringside.core.event.Tick;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;

/**
 * What one source of orders may ask and do: each strategy has a trader of its own, which sees and cancels only the
 * orders of that strategy. Quotes and positions are the account's.
 *
 * <p><em>Threading:</em> the ring thread. Only {@link #place} and {@link #cancel} allocate.
 */
public interface Trader {

    /** Null when the venue's rules for the symbol are not known: it cannot be traded. */
    Instrument instrument(int symbolId);

    /** The newest quote of any symbol, valid until the call from the engine returns; null before the first. */
    Tick quote(int symbolId);

    /** What is held and can be sold, rounded down to a step: a mantissa on the exponent of {@link Instrument#qty()}. */
    long position(int symbolId);

    /** True while an order of that symbol may still trade, whoever placed it. */
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
     * Asks the venue to cancel an open order of this source. False if it has no such order, or when the
     * gateway cannot take the request now; what becomes of the order is told by its next ORDER_ACK.
     */
    boolean cancel(long number);
}
