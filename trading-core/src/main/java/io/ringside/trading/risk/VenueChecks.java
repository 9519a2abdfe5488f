package io.ringside.trading.risk;

import io.ringside.trading.account.Assets;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Amounts;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.PercentPrice;
import io.ringside.trading.order.Order;
import java.math.BigDecimal;

/**
 * Limits of the venue that not every symbol has, checked before an order leaves so that the answer is plain. A limit
 * that the venue does not set has no line. The touch stands in for the venue's reference price, which usually is an
 * average of the trades of some minutes.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class VenueChecks {

    private final TradingBooks books;

    VenueChecks(TradingBooks books) {
        this.books = books;
    }

    void checkMaxNotional(OrderCheck check) {
        Filters.Notional bounds = check.instrument().filters().notional();
        if (bounds.hasMaxFor(check.isMarket()) && check.notional() != null) {
            check.lines().atMost("venue max notional", check.notional(), bounds.max(), check.quoteAsset());
        }
    }

    void checkPriceBand(OrderCheck check) {
        PercentPrice band = check.instrument().filters().percentPrice();
        Side side = check.request().side();
        if (check.isMarket() || check.touch() == null || !band.restricts(side)) {
            return;
        }
        String name = "venue price band";
        String limit = band.text(side) + " times " + Amounts.text(check.touch());
        String price = Amounts.text(check.price());
        if (band.accepts(side, check.price(), check.touch())) {
            check.lines().pass(name, limit, price);
        } else {
            check.lines().reject(name, limit, price, price + " is not " + limit);
        }
    }

    /** What the account owns of the base asset, open buys of it, and this buy. */
    void checkMaxPosition(OrderCheck check) {
        BigDecimal most = check.instrument().filters().maxPosition();
        String base = Assets.base(check.instrument());
        if (most.signum() == 0 || check.request().side() == Side.SELL) {
            return;
        }
        BigDecimal after = books.portfolio().balance(base).add(check.qty());
        for (Order order : books.orders().open()) {
            if (order.side() == Side.BUY && Assets.base(order.instrument()).equals(base)) {
                after = after.add(order.qtyValue(order.openQty()));
            }
        }
        check.lines().atMost("venue max position", after, most, base);
    }

    /** Market orders never rest in the venue's book. */
    void checkOpenOrders(OrderCheck check) {
        int most = check.instrument().filters().maxOrders();
        if (most == 0 || check.isMarket()) {
            return;
        }
        int symbolId = check.instrument().symbolId();
        long open = 1 + books.orders().open().stream()
            .filter(order -> order.placed().symbolId() == symbolId && !order.isMarket()).count();
        check.lines().atMost("venue open orders", BigDecimal.valueOf(open), BigDecimal.valueOf(most), "");
    }
}
