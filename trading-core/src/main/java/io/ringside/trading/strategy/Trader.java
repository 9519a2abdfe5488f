package io.ringside.trading.strategy;

import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.OrderRequest;

/**
 * What a strategy may ask and do.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public interface Trader {

    /** Null when the venue's rules for the symbol are not known: it cannot be traded. */
    Instrument instrument(int symbolId);

    /** What is held and can be sold, rounded down to a step: a mantissa on the exponent of {@link Instrument#qty()}. */
    long position(int symbolId);

    /** True while an order of that symbol may still trade. */
    boolean hasOpenOrder(int symbolId);

    /** Sends the order through the risk gate to the venue. Returns null when it has left, otherwise the refusal. */
    String place(OrderRequest request);
}
