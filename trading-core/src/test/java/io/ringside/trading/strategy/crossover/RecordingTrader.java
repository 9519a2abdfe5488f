package io.ringside.trading.strategy.crossover;

import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.strategy.Trader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A trader that keeps what it is asked for and, unless told otherwise, fills it at once. */
final class RecordingTrader implements Trader {

    static final Origin ORIGIN = Origin.telegram(11, -22, 33, 44);
    static final int BTC = 0;
    static final int ETH = 1;
    static final int NO_RULES = 2;
    static final long SECOND_NS = 1_000_000_000L;

    /** Quantities in steps of 0.001 from 0.001 to 1,000; market orders worth at least 5. */
    static final Instruments INSTRUMENTS = new Instruments(Symbols.of("BTCUSDT", "ETHUSDT", "NORULES"),
        List.of(instrument(BTC, "BTC"), instrument(ETH, "ETH")));

    private final List<OrderRequest> orders = new ArrayList<>();
    private final long[] positions = new long[INSTRUMENTS.symbols()];
    private final boolean[] open = new boolean[INSTRUMENTS.symbols()];
    private boolean filling = true;
    private String rejection;

    static Instrument instrument(int symbolId, String base) {
        Grid qty = new Grid(-4, 10, 10, 10_000_000);
        return new Instrument(symbolId, base + "USDT", base, "USDT",
            Filters.of(new Grid(-2, 1, 1, 1L << 60), qty, qty, Notional.atLeast(new BigDecimal("5"), true)),
            8, 8, Fees.DEFAULT, true);
    }

    static Tick tick(int symbolId, long bidPrice, long askPrice, int priceExponent, long epochNs) {
        PipelineEvent event = new PipelineEvent();
        event.tick().set(symbolId, 7, 0, epochNs);
        event.tick().setQuote(priceExponent, -8, bidPrice, 1, askPrice, 1);
        return event.tick();
    }

    /** Of BTCUSDT with bid and ask at a price without decimals. */
    static Tick tick(long price, long epochNs) {
        return tick(BTC, price, price, 0, epochNs);
    }

    void reject(String why) {
        rejection = why;
    }

    void keepOrdersOpen() {
        filling = false;
    }

    void hold(int symbolId, long qty) {
        positions[symbolId] = qty;
    }

    void open(int symbolId, boolean isOpen) {
        open[symbolId] = isOpen;
    }

    List<OrderRequest> orders() {
        return orders;
    }

    List<Side> sides() {
        return orders.stream().map(OrderRequest::side).toList();
    }

    @Override
    public Instrument instrument(int symbolId) {
        return INSTRUMENTS.get(symbolId);
    }

    @Override
    public long position(int symbolId) {
        return positions[symbolId];
    }

    @Override
    public boolean hasOpenOrder(int symbolId) {
        return open[symbolId];
    }

    @Override
    public Placement place(OrderRequest request) {
        orders.add(request);
        if (rejection != null) {
            return Placement.rejected(rejection);
        }
        int symbolId = request.instrument().symbolId();
        if (filling) {
            positions[symbolId] += request.side() == Side.BUY ? request.qty() : -request.qty();
        } else {
            open[symbolId] = true;
        }
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
