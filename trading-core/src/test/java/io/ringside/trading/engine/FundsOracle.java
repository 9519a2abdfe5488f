package io.ringside.trading.engine;

import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import java.math.BigDecimal;
import java.util.function.IntFunction;

/** What orders may use, by the executions and the answers alone. */
record FundsOracle(Instruments instruments, AccountFold account, OrderFold orders) {

    /** It sells at most the book of its source, less what open sales of that source and asset still have to sell. */
    boolean isExit(OrderPlaced order) {
        Instrument instrument = instruments.of(order);
        BigDecimal left = account.held(order.source(), instrument.baseAsset())
            .subtract(instrument.qty().value(order.qty()));
        for (OrderFold.Known open : orders.open()) {
            Instrument other = instruments.of(open.placed());
            if (open.placed().side() == Side.SELL && open.placed().source().equals(order.source())
                && other.baseAsset().equals(instrument.baseAsset())) {
                left = left.subtract(other.qty().value(open.openQty()));
            }
        }
        return order.side() == Side.SELL && left.signum() >= 0;
    }

    /** The balance less what open orders lock. */
    BigDecimal free(String asset, IntFunction<BigDecimal> asks) {
        BigDecimal free = account.balance(asset);
        for (OrderFold.Known open : orders.open()) {
            OrderPlaced order = open.placed();
            Instrument instrument = instruments.of(order);
            BigDecimal qty = instrument.qty().value(open.openQty());
            if (order.side() == Side.SELL && asset.equals(instrument.baseAsset())) {
                free = free.subtract(qty);
            } else if (order.side() == Side.BUY && asset.equals(instrument.quoteAsset())) {
                BigDecimal price = order.type() == OrderType.MARKET ? asks.apply(order.symbolId())
                    : instrument.price().value(order.price());
                free = free.subtract(price == null ? BigDecimal.ZERO : price.multiply(qty));
            }
        }
        return free;
    }
}
