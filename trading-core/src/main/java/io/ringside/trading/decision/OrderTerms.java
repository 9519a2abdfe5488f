package io.ringside.trading.decision;

/**
 * What an order asks the venue for.
 *
 * @param qty   mantissa on {@code qtyExponent}
 * @param price mantissa on {@code priceExponent}; 0 for market orders
 */
public record OrderTerms(int symbolId, Side side, OrderType type, TimeInForce timeInForce, long qty, int qtyExponent,
                         long price, int priceExponent) {
}
