package io.ringside.trading.paper;

import io.ringside.core.event.Tick;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Both sides of every symbol, and the accepted orders that have not ended.
 *
 * <p><em>Threading:</em> the ring thread. A quote allocates nothing.
 */
final class Book {

    private final Instruments instruments;
    private final BookSide[] asks;
    private final BookSide[] bids;
    /** Never iterated: a hash map has no defined order. */
    private final Map<String, PaperOrder> open = new HashMap<>();

    Book(Instruments instruments) {
        this.instruments = instruments;
        asks = new BookSide[instruments.symbols()];
        bids = new BookSide[instruments.symbols()];
        for (int id = 0; id < asks.length; id++) {
            asks[id] = new BookSide(instruments, id, Side.BUY);
            bids[id] = new BookSide(instruments, id, Side.SELL);
        }
    }

    /** False for a symbol whose rules are not known: nothing can wait for its quotes yet. */
    boolean quote(Tick tick) {
        int id = tick.symbolId();
        asks[id].quote(tick.askPrice(), tick.priceExponent(), tick.askQty(), tick.qtyExponent());
        bids[id].quote(tick.bidPrice(), tick.priceExponent(), tick.bidQty(), tick.qtyExponent());
        return instruments.get(id) != null;
    }

    /** What orders of that side take from. */
    BookSide touch(int symbolId, Side taker) {
        return taker == Side.BUY ? asks[symbolId] : bids[symbolId];
    }

    BookSide touch(PaperOrder order) {
        return touch(order.symbolId(), order.side());
    }

    /** Null when no open order has that id. */
    PaperOrder find(String clientOrderId) {
        return open.get(clientOrderId);
    }

    void add(PaperOrder order) {
        open.put(order.clientOrderId(), order);
        touch(order).add(order);
    }

    /** True when it was open. */
    boolean remove(PaperOrder order) {
        if (open.remove(order.clientOrderId()) == null) {
            return false;
        }
        touch(order).remove(order);
        return true;
    }

    int openOrders() {
        return open.size();
    }

    /** Limit orders on both sides. */
    int openLimitOrders(int symbolId) {
        return asks[symbolId].limitOrders() + bids[symbolId].limitOrders();
    }

    /** What open buys would still add to that asset, of all symbols that it is the base of. */
    BigDecimal openBuys(String baseAsset) {
        BigDecimal total = BigDecimal.ZERO;
        for (int id = 0; id < asks.length; id++) {
            Instrument instrument = instruments.get(id);
            if (instrument != null && instrument.baseAsset().equals(baseAsset)) {
                for (PaperOrder order : asks[id].waiting()) {
                    total = total.add(order.qtyValue(order.openQty()));
                }
            }
        }
        return total;
    }

    void clear() {
        open.clear();
        sides().forEach(BookSide::clear);
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(asks.length);
        for (int id = 0; id < asks.length; id++) {
            out.writeUTF(instruments.name(id));
            asks[id].saveQuote(out);
            bids[id].saveQuote(out);
        }
        out.writeInt(open.size());
        for (BookSide side : sides()) {
            for (PaperOrder order : side.waiting()) {
                order.save(out);
            }
        }
    }

    void load(DataInput in) throws IOException {
        clear();
        for (int left = in.readInt(); left > 0; left--) {
            String symbol = in.readUTF();
            int id = instruments.symbolId(symbol);
            // No order waits for a quote of a symbol that is no longer followed.
            (id >= 0 ? asks[id] : new BookSide(instruments, id, Side.BUY)).loadQuote(in);
            (id >= 0 ? bids[id] : new BookSide(instruments, id, Side.SELL)).loadQuote(in);
        }
        for (int left = in.readInt(); left > 0; left--) {
            add(PaperOrder.load(in, instruments));
        }
    }

    private List<BookSide> sides() {
        List<BookSide> sides = new ArrayList<>();
        for (int id = 0; id < asks.length; id++) {
            sides.add(asks[id]);
            sides.add(bids[id]);
        }
        return sides;
    }
}
