package io.ringside.trading.desk;

import io.ringside.core.event.Tick;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.strategy.Trader;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The desk as seen by one source of orders: every order it places carries that source, whatever the request says.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class SourceTrader implements Trader {

    private final TradingBooks books;
    private final String source;
    private final Function<OrderRequest, Placement> placing;
    private final Predicate<Order> canceling;
    private final List<Order> open;

    SourceTrader(TradingBooks books, String source, Function<OrderRequest, Placement> placing,
                 Predicate<Order> canceling) {
        this.books = books;
        this.source = source;
        this.placing = placing;
        this.canceling = canceling;
        this.open = books.orders().openOf(source);
    }

    @Override
    public Instrument instrument(int symbolId) {
        return books.instruments().get(symbolId);
    }

    @Override
    public Tick quote(int symbolId) {
        return books.quotes().newest(symbolId);
    }

    @Override
    public long position(int symbolId) {
        return books.portfolio().heldSteps(source, symbolId);
    }

    @Override
    public boolean hasOpenOrder(int symbolId) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).placed().symbolId() == symbolId) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int openOrders() {
        return open.size();
    }

    @Override
    public Order openOrder(int index) {
        return open.get(index);
    }

    @Override
    public Placement place(OrderRequest request) {
        return placing.apply(request.from(source));
    }

    @Override
    public boolean cancel(long number) {
        Order order = books.orders().find(number);
        return order != null && order.isOpen() && order.placed().source().equals(source) && canceling.test(order);
    }
}
