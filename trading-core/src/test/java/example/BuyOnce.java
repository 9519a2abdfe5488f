package example;

import io.ringside.core.event.Origin;
import io.ringside.core.event.Tick;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.strategy.Strategy;
import io.ringside.trading.strategy.Trader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** A strategy of somebody else: buys the least quantity of the first symbol that quotes. */
final class BuyOnce implements Strategy {

    private final Origin alerts;
    private boolean bought;

    BuyOnce(Origin alerts) {
        this.alerts = alerts;
    }

    @Override
    public void onTick(Tick tick, Trader trader) {
        if (!bought) {
            bought = trader.place(new OrderRequest(trader.instrument(tick.symbolId()), Side.BUY, OrderType.MARKET,
                TimeInForce.GTC, trader.instrument(tick.symbolId()).marketQty().min(), 0, alerts, "", "")).isPlaced();
        }
    }

    @Override
    public String parameters() {
        return "";
    }

    @Override
    public void set(Map<String, String> changes) {
        if (!changes.isEmpty()) {
            throw new IllegalArgumentException(changes + ": there are no parameters");
        }
    }

    @Override
    public void reset() {
        bought = false;
    }

    @Override
    public String status() {
        return bought ? "bought" : "waits for a quote";
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeBoolean(bought);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        bought = in.readBoolean();
    }
}
