package io.ringside.examples;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Tick;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.strategy.Trader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Trades one symbol, remembers every order, and fills it at once. */
final class FillingTrader implements Trader {

    static final int BTC = 0;

    private static final Grid PRICE = new Grid(-2, 1, 1, 1L << 60);
    /** In steps of 0.001 from 0.001. */
    private static final Grid QTY = new Grid(-4, 10, 10, 10_000_000);
    static final Instrument INSTRUMENT = new Instrument(BTC, "BTCUSDT", "BTC", "USDT",
        Filters.of(PRICE, QTY, QTY, Notional.atLeast(new BigDecimal("5"), true)),
        8, 8, Fees.DEFAULT, true);

    private final List<OrderRequest> orders = new ArrayList<>();
    private boolean orderOpen;
    private long position;

    /** A quote whose bid and ask are the same whole number. */
    static Tick quote(int symbolId, long price) {
        PipelineEvent event = new PipelineEvent();
        event.tick().set(symbolId, 1, 0, 1);
        event.tick().setQuote(0, -8, price, 1, price, 1);
        return event.tick();
    }

    List<OrderRequest> orders() {
        return orders;
    }

    void orderOpen(boolean open) {
        orderOpen = open;
    }

    @Override
    public Instrument instrument(int symbolId) {
        return INSTRUMENT;
    }

    @Override
    public long position(int symbolId) {
        return position;
    }

    @Override
    public boolean hasOpenOrder(int symbolId) {
        return orderOpen;
    }

    @Override
    public Placement place(OrderRequest request) {
        orders.add(request);
        position += request.side() == Side.BUY ? request.qty() : -request.qty();
        return Placement.placed(orders.size());
    }

    @Override
    public Tick quote(int symbolId) {
        return null;
    }

    @Override
    public int openOrders() {
        return 0;
    }

    @Override
    public Order openOrder(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public boolean cancel(long number) {
        return false;
    }
}
