package io.ringside.examples;

import io.ringside.core.event.Origin;
import io.ringside.core.event.Tick;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.strategy.Strategy;
import io.ringside.trading.strategy.Trader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * A strategy of your own: buys the smallest quantity when the ask has risen some basis points from its low, and sells
 * it when the bid has fallen as much from its high.
 *
 * <p>All state but the parameters is in fields that {@link #save} writes and {@link #load} reads back, decisions depend
 * on the arguments alone, and prices are whole numbers: that is why a replay decides the same. The price at which it
 * turns is also what a restart must not forget, so {@link #saveMemory} is inherited as it is. Risk, money, the journal
 * and the venue are behind the {@link Trader}. The price exponent of the symbol is taken to be constant.
 *
 * <p><em>Threading:</em> the ring's thread.
 */
final class TrailingStrategy implements Strategy {

    private final int symbolId;
    private final Origin origin;
    private int bps = 50;
    /** Highest bid while something is held, else lowest ask; 0 before the first quote. */
    private long turn;

    TrailingStrategy(int symbolId, Origin origin) {
        this.symbolId = symbolId;
        this.origin = origin;
    }

    @Override
    public void onTick(Tick tick, Trader trader) {
        if (tick.symbolId() != symbolId || trader.hasOpenOrder(symbolId)) {
            return;
        }
        Instrument instrument = trader.instrument(symbolId);
        long least = instrument.marketQty().min();
        boolean holds = trader.position(symbolId) >= least;
        long price = holds ? tick.bidPrice() : tick.askPrice();
        long last = turn == 0 ? price : turn;
        turn = holds ? Math.max(last, price) : Math.min(last, price);
        if (Math.abs(price - turn) > turn / 10_000 * bps) {
            String reasoning = "turned at " + turn + ", now " + price + ", more than " + bps + " bps";
            trader.place(new OrderRequest(instrument, holds ? Side.SELL : Side.BUY, OrderType.MARKET, TimeInForce.GTC,
                least, 0, origin, "", reasoning));
            // After a rejection too: only another move brings the next order, not the next tick.
            turn = 0;
        }
    }

    @Override
    public void onOrderAck(Order order, Trader trader) {
        // The trader knows position and open orders.
    }

    @Override
    public void onTimer(long epochNs, Trader trader) {
        // Decides on quotes only.
    }

    @Override
    public String parameters() {
        return "bps=" + bps;
    }

    @Override
    public void set(Map<String, String> changes) {
        String text = changes.getOrDefault("bps", Integer.toString(bps));
        if (!changes.keySet().stream().allMatch("bps"::equals) || !text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(changes + ": allowed is bps from 1 to 9999");
        }
        bps = Integer.parseInt(text);
        turn = 0;
    }

    @Override
    public String status() {
        return parameters() + (turn == 0 ? ", waits for a quote" : ", turned at " + turn);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(turn);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        turn = in.readLong();
    }

    @Override
    public void reset() {
        turn = 0;
    }
}
