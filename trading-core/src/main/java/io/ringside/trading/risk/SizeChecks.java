package io.ringside.trading.risk;

import io.ringside.trading.account.Assets;
import io.ringside.trading.account.FreeFunds;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Amounts;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import java.math.BigDecimal;

/**
 * The risk checks that look at the size of an order: the venue's grid and minimum notional, the owner's limits for one
 * order and for one position, and what its source has to sell or to spend.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class SizeChecks {

    private final RiskLimits limits;
    private final TradingBooks books;
    private final FreeFunds funds;

    SizeChecks(RiskLimits limits, TradingBooks books) {
        this.limits = limits;
        this.books = books;
        this.funds = new FreeFunds(books);
    }

    void checkGrids(OrderCheck check) {
        OrderRequest request = check.request();
        checkGrid(check.lines(), "quantity", check.instrument().qty(request.type()), request.qty());
        if (check.isMarket()) {
            check.lines().skip("price", "limit orders only");
        } else {
            checkGrid(check.lines(), "price", check.instrument().price(), request.price());
        }
    }

    /** Less than this is dust, which no venue trades. */
    void checkMinNotional(OrderCheck check) {
        String name = "min notional";
        if (check.isMarket() && !check.instrument().filters().notional().minOnMarket()) {
            check.lines().skip(name, "limit orders only");
        } else if (check.notional() == null) {
            check.lines().skip(name, OrderCheck.NO_QUOTE);
        } else {
            check.lines().atLeast(name, check.notional(), check.instrument().filters().notional().min(),
                check.quoteAsset());
        }
    }

    /** What the order pays with must be there, less what open orders lock. */
    void checkFreeBalance(OrderCheck check) {
        String name = "free balance";
        boolean isSale = check.request().isSale();
        String asset = isSale ? Assets.base(check.instrument()) : Assets.quote(check.instrument());
        BigDecimal asked = isSale ? check.qty() : check.notional();
        if (asked == null) {
            check.lines().skip(name, OrderCheck.NO_QUOTE);
            return;
        }
        BigDecimal locked = funds.locked(asset);
        BigDecimal held = books.portfolio().balance(asset);
        BigDecimal free = held.subtract(locked);
        if (asked.compareTo(free) <= 0) {
            check.lines().atMost(name, asked, free, asset);
        } else {
            String ofIt = locked.signum() > 0 ? ", " + Amounts.text(locked, asset) + " of it in open orders" : "";
            check.lines().reject(name, Amounts.text(free, asset), Amounts.text(asked, asset), "holds "
                + Amounts.text(held, asset) + ofIt + ", asked " + Amounts.text(asked, asset));
        }
    }

    /** A market exit above it leaves in parts. */
    void checkMaxNotional(OrderCheck check) {
        String name = "max order notional";
        BigDecimal limit = limits.maxOrderNotional().get(check.quoteAsset());
        if (check.exit() && check.isMarket()) {
            check.lines().skip(name, OrderCheck.ENTRIES_ONLY);
        } else if (limit == null) {
            check.lines().rejectUnset(name, check.quoteAsset());
        } else if (check.notional() == null) {
            check.lines().skip(name, OrderCheck.NO_QUOTE);
        } else {
            check.lines().atMost(name, check.notional(), limit, check.quoteAsset());
        }
    }

    void checkMaxPosition(OrderCheck check) {
        String name = "max position";
        BigDecimal limit = limits.maxPosition().get(check.quoteAsset());
        if (check.request().isSale()) {
            check.lines().skip(name, OrderCheck.ENTRIES_ONLY);
        } else if (limit == null) {
            check.lines().rejectUnset(name, check.quoteAsset());
        } else if (check.touch() == null) {
            check.lines().skip(name, OrderCheck.NO_QUOTE);
        } else {
            check.lines().atMost(name, position(check.instrument(), check.touch()).add(check.notional()),
                limit, check.quoteAsset());
        }
    }

    /**
     * What all sources hold of the base asset at the ask, open buys at their limits, market buys and those by other
     * symbols at the ask.
     */
    BigDecimal position(Instrument instrument, BigDecimal ask) {
        int symbolId = instrument.symbolId();
        String asset = Assets.base(instrument);
        BigDecimal after = books.portfolio().held(asset).multiply(ask);
        for (Order order : books.orders().open()) {
            if (order.side() == Side.BUY && Assets.base(order.instrument()).equals(asset)) {
                boolean atLimit = !order.isMarket() && order.placed().symbolId() == symbolId;
                BigDecimal price = atLimit ? order.priceValue() : ask;
                after = after.add(price.multiply(order.qtyValue(order.openQty())));
            }
        }
        return after;
    }

    /**
     * A strategy sells what it holds itself. Everyone else's order leaves alone what other sources hold; what the
     * account held before can be sold by the user, and spent by all.
     */
    void checkBook(OrderCheck check) {
        String name = "own book";
        OrderRequest request = check.request();
        boolean isSale = request.side() == Side.SELL;
        String asset = isSale ? Assets.base(check.instrument()) : Assets.quote(check.instrument());
        BigDecimal needed = isSale ? check.instrument().qty().value(request.qty()) : check.notional();
        BigDecimal own = books.portfolio().held(request.source(), asset);
        BigDecimal ofOthers = books.portfolio().held(asset).subtract(own);
        boolean isOwnOnly = isSale && !request.source().equals(OrderRequest.USER);
        if (needed == null) {
            check.lines().skip(name, OrderCheck.NO_QUOTE);
        } else if (!isOwnOnly && ofOthers.signum() == 0) {
            check.lines().skip(name, "nothing of it is held by others");
        } else {
            BigDecimal most = isOwnOnly ? own : books.portfolio().balance(asset).subtract(ofOthers);
            BigDecimal free = most.subtract(funds.locked(request.source(), asset)).max(BigDecimal.ZERO);
            check.lines().atMost(name, needed, free, asset);
        }
    }

    private static void checkGrid(RiskLines lines, String name, Grid grid, long mantissa) {
        String value = Amounts.text(grid.value(mantissa));
        String step = Amounts.text(grid.value(grid.step()));
        String limit = Amounts.text(grid.value(grid.min())) + " to " + Amounts.text(grid.value(grid.max()))
            + " in steps of " + step;
        if (mantissa <= 0 || mantissa < grid.min()) {
            String least = grid.min() > 0 ? Amounts.text(grid.value(grid.min())) : step;
            lines.reject(name, limit, value, value + " is below " + least);
        } else if (mantissa > grid.max()) {
            lines.reject(name, limit, value, value + " is above " + Amounts.text(grid.value(grid.max())));
        } else if (!grid.isMultiple(mantissa)) {
            lines.reject(name, limit, value, value + " is not a multiple of " + step);
        } else {
            lines.pass(name, limit, value);
        }
    }
}
