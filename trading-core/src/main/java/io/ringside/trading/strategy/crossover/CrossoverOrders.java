package io.ringside.trading.strategy.crossover;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.Origin;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.strategy.Trader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/**
 * From a crossing to an order: whether it may be placed now, its size, and the pause that follows it.
 *
 * <p><em>Threading:</em> the ring thread. Allocates only where something is due.
 */
final class CrossoverOrders {

    private static final String SOURCE = "crossover";

    private final CrossoverSettings settings;
    private final Origin origin;
    private long nowEpochNs;

    /** {@code origin}: where the answers to its orders go. */
    CrossoverOrders(CrossoverSettings settings, Origin origin) {
        this.settings = settings;
        this.origin = origin;
    }

    /**
     * A rejection by the venue starts a cool-down, as one by the gate does; so does what a user asked for: a sale, or
     * the cancel of an order, as it cancels none itself.
     */
    void onUpdate(Order order, OrderPause pause, long eventEpochNs) {
        if (!order.placed().origin().equals(origin) || order.status() == OrderStatus.CANCELED) {
            pause.begin(eventEpochNs, cooldownNs());
        } else if (order.status() == OrderStatus.REJECTED || order.status() == OrderStatus.EXPIRED) {
            pause.reject(eventEpochNs, cooldownNs(), order.text() + " " + order.status() + " " + order.reason());
        }
    }

    /** Places what is due for a symbol, if it may. */
    void act(int symbolId, SymbolView view, long eventEpochNs, Trader trader) {
        nowEpochNs = eventEpochNs;
        Crossing crossing = view.crossing();
        boolean isTradable = trader.instrument(symbolId) != null;
        if (crossing.takeEntry()) {
            if (isTradable && mayOrder(symbolId, view, trader) && sellable(symbolId, view, trader) == 0) {
                enter(symbolId, view, trader);
            }
        } else if (isTradable && crossing.isExitDue()) {
            exit(symbolId, view, trader);
        }
    }

    private void exit(int symbolId, SymbolView view, Trader trader) {
        // At the fall even in a cool-down: what is bought after it is not to be sold by it.
        boolean fallen = view.crossing().takeFall() && !trader.hasOpenOrder(symbolId);
        boolean mayOrder = mayOrder(symbolId, view, trader);
        if (!fallen && !mayOrder) {
            return;
        }
        long qty = sellable(symbolId, view, trader);
        if (qty == 0) {
            view.crossing().dropExit();
        } else if (mayOrder) {
            place(Side.SELL, qty, symbolId, view, trader);
        }
    }

    private boolean mayOrder(int symbolId, SymbolView view, Trader trader) {
        return view.pause().isOver(nowEpochNs) && !trader.hasOpenOrder(symbolId);
    }

    private void enter(int symbolId, SymbolView view, Trader trader) {
        Grid grid = trader.instrument(symbolId).marketQty();
        BigDecimal ask = Decimals.toBigDecimal(view.askPrice(), view.priceExponent());
        BigDecimal mayBuy = settings.size().divide(ask, -grid.exponent(), RoundingMode.FLOOR);
        long qty = grid.floor(mayBuy);
        if (qty == Decimals.NOT_REPRESENTABLE || qty < Math.max(grid.min(), 1)) {
            view.pause().reject(nowEpochNs, cooldownNs(), "size " + settings.size().toPlainString() + " buys "
                + mayBuy.toPlainString() + " at " + ask.toPlainString() + ", allowed are steps of "
                + grid.text(grid.step()) + " from " + grid.text(grid.min()));
        } else {
            place(Side.BUY, qty, symbolId, view, trader);
        }
    }

    /** As much of the position as one market order can sell at the bid, 0 for none. */
    private static long sellable(int symbolId, SymbolView view, Trader trader) {
        Instrument instrument = trader.instrument(symbolId);
        Grid grid = instrument.marketQty();
        BigDecimal bid = Decimals.toBigDecimal(view.bidPrice(), view.priceExponent());
        long most = Math.min(trader.position(symbolId), instrument.mostPerMarketOrder(bid));
        long qty = most - most % grid.step();
        if (qty <= 0 || qty < grid.min()) {
            return 0;
        }
        BigDecimal notional = bid.multiply(grid.value(qty));
        Notional venue = instrument.filters().notional();
        return venue.minOnMarket() && notional.compareTo(venue.min()) < 0 ? 0 : qty;
    }

    private void place(Side side, long qty, int symbolId, SymbolView view, Trader trader) {
        Placement placement = trader.place(new OrderRequest(trader.instrument(symbolId), side, OrderType.MARKET,
            TimeInForce.GTC, qty, 0, origin, SOURCE, view.crossing().reasoning(settings)));
        if (placement.isPlaced()) {
            view.pause().begin(nowEpochNs, cooldownNs());
        } else {
            view.pause().reject(nowEpochNs, cooldownNs(), placement.rejection());
        }
    }

    private long cooldownNs() {
        return TimeUnit.SECONDS.toNanos(settings.cooldown().count());
    }
}
