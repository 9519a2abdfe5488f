package io.ringside.trading.paper;

import io.ringside.core.event.Decimals;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
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

    private final Instrument instrument;
    private final Side taker;
    private final List<PaperOrder> waiting = new ArrayList<>();
    private long price;
    private int priceExponent;
    private long qty;
    private int qtyExponent;
    private long takenQty;

    /** {@code taker} is the side of the orders that trade against it: BUY for the asks. */
    BookSide(Instrument instrument, Side taker) {
        this.instrument = instrument;
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

    /** What is displayed and not yet taken, rounded down to a step, on the exponent of the instrument's quantities. */
    long leftQty() {
        Grid grid = instrument.qty();
        return displayedQty(grid.exponent()) / grid.step() * grid.step() - takenQty;
    }

    void take(long lastQty) {
        takenQty += lastQty;
    }

    /** True when the touch is at the order's price or better. */
    boolean crosses(PaperOrder order) {
        if (!isQuoted() || order.isMarket()) {
            return isQuoted();
        }
        int compared = Decimals.compare(price, priceExponent, order.price(), instrument.price().exponent());
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
    }

    void loadQuote(DataInput in) throws IOException {
        quote(in.readLong(), in.readByte(), in.readLong(), in.readByte());
        takenQty = in.readLong();
    }

    private boolean isBefore(PaperOrder order, PaperOrder other) {
        if (order.isMarket() != other.isMarket()) {
            return order.isMarket();
        }
        if (order.price() != other.price()) {
            return taker == Side.BUY ? order.price() > other.price() : order.price() < other.price();
        }
        return order.number() < other.number();
    }

    private long displayedQty(int exponent) {
        int digitsLost = exponent - qtyExponent;
        if (digitsLost > 0) {
            return digitsLost > Decimals.MAX_EXPONENT ? 0 : qty / Decimals.powerOfTen(digitsLost);
        }
        long exact = Decimals.rescale(qty, qtyExponent, exponent);
        // More than a long holds is more than any order wants.
        return exact == Decimals.NOT_REPRESENTABLE ? Long.MAX_VALUE : exact;
    }
}
