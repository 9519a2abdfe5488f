package io.ringside.trading.command;

import io.ringside.core.command.Arguments;
import io.ringside.core.event.Decimals;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Tick;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Cause;
import io.ringside.trading.decision.Intent;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.desk.PlanDesk;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Touch;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import java.math.BigDecimal;
import java.util.List;

/**
 * The commands that make or end orders: their words become requests on the venue's grids, quantities rounded down,
 * prices to the tick in the user's favour. Returns null where the desk has answered already.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class OrderCommands {

    private final TradingBooks books;
    private final PlanDesk plans;

    OrderCommands(PlanDesk plans) {
        this.books = plans.desk().books();
        this.plans = plans;
    }

    /** {@code /buy} and {@code /sell}. */
    String order(Side side, Arguments.Order order, Origin origin) {
        Instrument instrument = books.instruments().get(books.instruments().symbolId(order.symbol()));
        if (instrument == null) {
            return "✗ " + order.symbol()
                + " cannot be traded yet: its trading rules are not known, the venue is asked for them";
        }
        BigDecimal limit = order.price();
        OrderType type = limit == null ? OrderType.MARKET : OrderType.LIMIT;
        long price;
        long qty;
        try {
            price = limit == null ? 0 : toTick(instrument, side, limit);
            qty = qty(instrument, side, type, order, price);
        } catch (IllegalArgumentException unusable) {
            return "✗ " + unusable.getMessage();
        }
        TimeInForce timeInForce =
            order.timeInForce().isEmpty() ? TimeInForce.GTC : TimeInForce.valueOf(order.timeInForce());
        Placement placement = plans.place(new OrderRequest(instrument, side, type, timeInForce, qty, price, origin,
            OrderRequest.USER, ""));
        return placement.isPlaced() ? null : placement.rejection();
    }

    /** {@code /cancel}. */
    String cancel(Arguments.OrderChoice choice, Origin origin) {
        Cause cause = new Cause(origin, OrderRequest.USER, Intent.ENTRY, 0);
        if (choice.isAll()) {
            return cancelAll(cause);
        }
        Order order = books.orders().find(choice.number());
        if (order == null) {
            return "✗ no order #" + choice.number() + " is known, see /orders";
        }
        if (!order.isOpen()) {
            return "✗ " + order.text() + " has ended: " + order.status();
        }
        return plans.desk().cancel(order, cause) ? "✓ cancel of " + order.text() + " sent"
            : "✗ cancel of " + order.text() + " not sent: the order gateway is busy";
    }

    private String cancelAll(Cause cause) {
        List<Order> open = List.copyOf(books.orders().open());
        long sent = open.stream().filter(order -> plans.desk().cancel(order, cause)).count();
        if (open.isEmpty()) {
            return "no order is open";
        }
        return sent == open.size() ? "✓ cancel of " + sent + " orders sent"
            : "✗ cancel of only " + sent + " of " + open.size() + " orders sent: the order gateway is busy";
    }

    private static long toTick(Instrument instrument, Side side, BigDecimal price) {
        Grid grid = instrument.price();
        return fitting(side == Side.BUY ? grid.floor(price) : grid.ceiling(price), price);
    }

    /** Market orders can have a coarser step than holdings. */
    private static long toStep(Grid grid, long held) {
        return held - held % grid.step();
    }

    private static long fitting(long mantissa, BigDecimal value) {
        if (mantissa == Decimals.NOT_REPRESENTABLE) {
            throw new IllegalArgumentException(value.toPlainString() + " is too large a number");
        }
        return mantissa;
    }

    private long qty(Instrument instrument, Side side, OrderType type, Arguments.Order order, long price) {
        Grid grid = instrument.qty(type);
        BigDecimal amount = order.amount();
        if (amount == null) {
            long held = books.portfolio().heldSteps(OrderRequest.USER, instrument.symbolId());
            if (held == 0) {
                throw new IllegalArgumentException("no " + instrument.baseAsset() + " is held that could be sold");
            }
            return toStep(grid, held);
        }
        String asset = order.asset();
        if (asset.isEmpty() || asset.equals(instrument.baseAsset())) {
            return fitting(grid.floor(amount), amount);
        }
        if (!asset.equals(instrument.quoteAsset())) {
            throw new IllegalArgumentException(instrument.symbol() + " is traded in " + instrument.baseAsset()
                + " and " + instrument.quoteAsset() + ", not in " + asset);
        }
        return affordable(instrument, grid, amount, side, price);
    }

    /** What an amount of the quote asset buys at the limit price, or at the touch. */
    private long affordable(Instrument instrument, Grid grid, BigDecimal amount, Side side, long price) {
        BigDecimal unitPrice = price > 0 ? instrument.price().value(price) : touch(instrument, side);
        BigDecimal steps = amount.divideToIntegralValue(unitPrice.multiply(grid.value(grid.step())));
        return fitting(grid.floor(steps.multiply(grid.value(grid.step()))), amount);
    }

    private BigDecimal touch(Instrument instrument, Side side) {
        Tick quote = books.quotes().newest(instrument.symbolId());
        BigDecimal touch = Touch.of(side, quote);
        if (touch == null) {
            throw new IllegalArgumentException(quote == null ? "no quote of " + instrument.symbol()
                + " yet, give a price" : "no " + (side == Side.BUY ? "ask" : "bid") + " for " + instrument.symbol()
                + " now, give a price");
        }
        return touch;
    }
}
