package io.ringside.trading.account;

import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * What an order may use: balances and books less what open orders lock. A sale locks what it still has to sell, a buy
 * what it still has to pay at its limit, a market buy at the ask of the newest quote. Commissions lock nothing: they
 * are taken from what is received.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class FreeFunds {

    private final TradingBooks books;

    public FreeFunds(TradingBooks books) {
        this.books = books;
    }

    /** Of the account, for all sources; below 0 if more is locked than held. */
    public BigDecimal free(String asset) {
        return books.portfolio().balance(asset).subtract(locked(asset));
    }

    /** By the open orders of all sources. */
    public BigDecimal locked(String asset) {
        return locked(books.orders().open(), asset);
    }

    /** By the open orders of one source. */
    public BigDecimal locked(String source, String asset) {
        return locked(books.orders().openOf(source), asset);
    }

    /**
     * What the book of a source holds and its open sales do not lock, as far as the account's free balance goes,
     * rounded down to a step: a mantissa on the exponent of {@link Instrument#qty()}, at least 0.
     */
    public long sellableSteps(String source, Instrument instrument) {
        Grid grid = instrument.qty();
        String asset = Assets.base(instrument);
        BigDecimal left = grid.value(books.portfolio().heldSteps(source, instrument.symbolId()));
        for (Order order : books.orders().openOf(source)) {
            if (order.side() == Side.SELL) {
                left = left.subtract(lockedBy(order, asset));
            }
        }
        return Math.max(grid.floor(left.min(free(asset))), 0);
    }

    private BigDecimal locked(Collection<Order> open, String asset) {
        BigDecimal locked = BigDecimal.ZERO;
        for (Order order : open) {
            locked = locked.add(lockedBy(order, asset));
        }
        return locked;
    }

    private BigDecimal lockedBy(Order order, String asset) {
        Instrument instrument = order.instrument();
        BigDecimal qty = order.qtyValue(order.openQty());
        if (order.side() == Side.SELL) {
            return asset.equals(Assets.base(instrument)) ? qty : BigDecimal.ZERO;
        }
        BigDecimal price = !asset.equals(Assets.quote(instrument)) ? null
            : order.isMarket() ? books.touch(Side.BUY, instrument.symbolId()) : order.priceValue();
        return price == null ? BigDecimal.ZERO : price.multiply(qty);
    }
}
