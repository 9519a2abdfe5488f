package io.ringside.trading.paper;

import io.ringside.core.event.Decimals;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instruments;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a symbol's book as far as it is known: the touch of the newest quote, how much of it our orders have
 * taken, and our orders that wait to take more. Market orders wait before limit orders, better prices before worse,
 * older before younger.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class BookSide {

    private final Instruments instruments;
    private final int symbolId;
    private final Side taker;
    private final List<PaperOrder> waiting = new ArrayList<>();
    private long price;
    private int priceExponent;
    private long qty;
    private int qtyExponent;
    private long takenQty;
    private int takenExponent;

    /** {@code taker} is the side of the orders that trade against it: BUY for the asks. */
    BookSide(Instruments instruments, int symbolId, Side taker) {
        this.instruments = instruments;
        this.symbolId = symbolId;
        this.taker = taker;
    }

    /**
     * What was taken stays taken while price and quantity stay the same: such a quote says nothing new about this side,
     * only the other one has changed. Any change displays a full quantity again.
     */
    void quote(long newPrice, int newPriceExponent, long newQty, int newQtyExponent) {
        boolean isSame = takenQty == 0 || Decimals.compare(price, priceExponent, newPrice, newPriceExponent) == 0
            && Decimals.compare(qty, qtyExponent, newQty, newQtyExponent) == 0;
        price = newPrice;
        priceExponent = newPriceExponent;
        qty = newQty;
        qtyExponent = newQtyExponent;
        takenQty = isSame ? takenQty : 0;
    }

    void forgetQuote() {
        quote(0, 0, 0, 0);
    }

    boolean isQuoted() {
        return price > 0 && qty > 0;
    }

    long price() {
        return price;
    }

    int priceExponent() {
        return priceExponent;
    }

    BigDecimal priceValue() {
        return Decimals.toBigDecimal(price, priceExponent);
    }

    /** What is displayed and not yet taken, rounded down to a step, on the exponent of the order's quantities. */
    long leftQty(PaperOrder order) {
        int exponent = order.qtyExponent();
        Grid grid = instruments.get(symbolId).qty();
        // A step between two of the order's quantities does not round them.
        long step = Math.max(1, Decimals.rescale(grid.step(), grid.exponent(), exponent));
        return displayedQty(exponent) / step * step - takenQty(exponent);
    }

    void take(PaperOrder order, long lastQty) {
        int exponent = takenQty == 0 ? order.qtyExponent() : Math.min(takenExponent, order.qtyExponent());
        takenQty = takenQty(exponent) + Decimals.rescale(lastQty, order.qtyExponent(), exponent);
        takenExponent = exponent;
    }

    /** True when the touch is at the order's price or better. */
    boolean crosses(PaperOrder order) {
        if (!isQuoted() || order.isMarket()) {
            return isQuoted();
        }
        int compared = Decimals.compare(price, priceExponent, order.price(), order.priceExponent());
        return taker == Side.BUY ? compared <= 0 : compared >= 0;
    }

    /** Null when no order waits. */
    PaperOrder first() {
        return waiting.isEmpty() ? null : waiting.get(0);
    }

    void add(PaperOrder order) {
        int place = waiting.size();
        while (place > 0 && isBefore(order, waiting.get(place - 1))) {
            place--;
        }
        waiting.add(place, order);
    }

    void remove(PaperOrder order) {
        waiting.remove(order);
    }

    /** In the order in which they will trade; a view. */
    List<PaperOrder> waiting() {
        return waiting;
    }

    int limitOrders() {
        int count = 0;
        for (PaperOrder order : waiting) {
            count += order.isMarket() ? 0 : 1;
        }
        return count;
    }

    void clear() {
        waiting.clear();
        forgetQuote();
    }

    void saveQuote(DataOutput out) throws IOException {
        out.writeLong(price);
        out.writeByte(priceExponent);
        out.writeLong(qty);
        out.writeByte(qtyExponent);
        out.writeLong(takenQty);
        out.writeByte(takenExponent);
    }

    void loadQuote(DataInput in) throws IOException {
        quote(in.readLong(), in.readByte(), in.readLong(), in.readByte());
        takenQty = in.readLong();
        takenExponent = in.readByte();
    }

    private boolean isBefore(PaperOrder order, PaperOrder other) {
        if (order.isMarket() != other.isMarket()) {
            return order.isMarket();
        }
        int compared = Decimals.compare(order.price(), order.priceExponent(), other.price(), other.priceExponent());
        if (compared != 0) {
            return taker == Side.BUY ? compared > 0 : compared < 0;
        }
        return order.number() < other.number();
    }

    /** Rounded up. */
    private long takenQty(int exponent) {
        long exact = Decimals.rescale(takenQty, takenExponent, exponent);
        return exact != Decimals.NOT_REPRESENTABLE ? exact : floor(takenQty, takenExponent, exponent) + 1;
    }

    private long displayedQty(int exponent) {
        return floor(qty, qtyExponent, exponent);
    }

    private static long floor(long mantissa, int fromExponent, int exponent) {
        int digitsLost = exponent - fromExponent;
        if (digitsLost > 0) {
            return digitsLost > Decimals.MAX_EXPONENT ? 0 : mantissa / Decimals.powerOfTen(digitsLost);
        }
        long exact = Decimals.rescale(mantissa, fromExponent, exponent);
        // More than a long holds is more than any order wants.
        return exact == Decimals.NOT_REPRESENTABLE ? Long.MAX_VALUE : exact;
    }
}
