package io.ringside.feed.venue;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.Tick;

/**
 * One decoded bookTicker message, before it is judged. Each of the four numbers comes with its own exponent;
 * {@link #align} brings them to the tick's shape.
 *
 * <p><em>Threading:</em> the feed's thread; one instance is reused for every message.
 */
public final class Quote {

    private int symbolId;
    private long updateId;
    private int priceExponent;
    private int qtyExponent;
    private long bidPrice;
    private long bidQty;
    private long askPrice;
    private long askQty;

    public void identify(int symbolId, long updateId) {
        this.symbolId = symbolId;
        this.updateId = updateId;
    }

    /** Both sides at once, for a message whose sides have equal exponents. */
    public void exact(int priceExponent, int qtyExponent, long bidPrice, long bidQty, long askPrice, long askQty) {
        this.priceExponent = priceExponent;
        this.qtyExponent = qtyExponent;
        this.bidPrice = bidPrice;
        this.bidQty = bidQty;
        this.askPrice = askPrice;
        this.askQty = askQty;
    }

    public void bid(long price, int priceExponent, long qty, int qtyExponent) {
        this.bidPrice = price;
        this.priceExponent = priceExponent;
        this.bidQty = qty;
        this.qtyExponent = qtyExponent;
    }

    /**
     * Takes the ask, and brings both sides to the lower exponent of the two. Returns false when a side does not fit a
     * long there.
     */
    public boolean align(long price, int askPriceExponent, long qty, int askQtyExponent) {
        int lowerPrice = Math.min(priceExponent, askPriceExponent);
        int lowerQty = Math.min(qtyExponent, askQtyExponent);
        bidPrice = Decimals.rescale(bidPrice, priceExponent, lowerPrice);
        askPrice = Decimals.rescale(price, askPriceExponent, lowerPrice);
        bidQty = Decimals.rescale(bidQty, qtyExponent, lowerQty);
        askQty = Decimals.rescale(qty, askQtyExponent, lowerQty);
        priceExponent = lowerPrice;
        qtyExponent = lowerQty;
        return bidPrice != Decimals.NOT_REPRESENTABLE && askPrice != Decimals.NOT_REPRESENTABLE
            && bidQty != Decimals.NOT_REPRESENTABLE && askQty != Decimals.NOT_REPRESENTABLE;
    }

    public int symbolId() {
        return symbolId;
    }

    public long updateId() {
        return updateId;
    }

    /** True if either side has no price or no quantity. */
    public boolean isZeroSided() {
        return bidPrice == 0 || askPrice == 0 || bidQty == 0 || askQty == 0;
    }

    /** The bid at or above the ask: never true of a working book. */
    public boolean isCrossed() {
        return bidPrice >= askPrice;
    }

    public void writeTo(Tick tick, long receivedNs, long receivedEpochNs) {
        tick.set(symbolId, updateId, receivedNs, receivedEpochNs);
        tick.setQuote(priceExponent, qtyExponent, bidPrice, bidQty, askPrice, askQty);
    }
}
