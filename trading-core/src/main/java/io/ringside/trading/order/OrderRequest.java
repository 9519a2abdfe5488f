package io.ringside.trading.order;

import io.ringside.core.event.Origin;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Instrument;
import java.util.Locale;

/**
 * A requested order, before the risk gate. Quantity and price are mantissas on the instrument's grids.
 *
 * @param qty       on the exponent of {@link Instrument#qty()}, above 0
 * @param price     on the exponent of {@link Instrument#price()}; 0 for market orders
 * @param origin    where the answers go
 * @param source    who placed it: {@link #USER} or the name of a strategy, at most 32 characters
 * @param reasoning the numbers it was decided on, for users, at most 200 characters; empty for a user's order
 */
public record OrderRequest(Instrument instrument, Side side, OrderType type, TimeInForce timeInForce, long qty,
                           long price, Origin origin, String source, String reasoning) {

    /** {@code source} of orders that a user typed. */
    public static final String USER = "user";

    public boolean isSale() {
        return side == Side.SELL;
    }

    public boolean isMarketSale() {
        return isSale() && type == OrderType.MARKET;
    }

    public OrderRequest from(String otherSource) {
        return otherSource.equals(source) ? this
            : new OrderRequest(instrument, side, type, timeInForce, qty, price, origin, otherSource, reasoning);
    }

    public OrderTerms terms() {
        return new OrderTerms(instrument.symbolId(), side, type, timeInForce, qty, instrument.qty().exponent(), price,
            instrument.price().exponent());
    }

    /** For users, for example {@code buy 0.01 BTCUSDT at 68000.00 GTC}. */
    public String text() {
        String what = side.name().toLowerCase(Locale.ROOT) + " " + instrument.qty().text(qty) + " "
            + instrument.symbol();
        return type == OrderType.MARKET ? what + " at market"
            : what + " at " + instrument.price().text(price) + " " + timeInForce;
    }
}
