package io.ringside.trading.account;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Tick;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.order.Orders;
import java.math.BigDecimal;

/**
 * What is known of the market and of our own trades, on the ring thread.
 *
 * @param time        now
 * @param instruments the venue's rules
 * @param quotes      the newest quotes
 * @param orders      open orders and the last that ended
 * @param ledger      balances, positions, executions
 */
public record TradingBooks(RingTime time, Instruments instruments, Quotes quotes, Orders orders, Ledger ledger) {

    /** The newest bid of a symbol; null before the first quote. */
    public BigDecimal bid(int symbolId) {
        Tick quote = quotes.newest(symbolId);
        return quote == null ? null : Decimals.toBigDecimal(quote.bidPrice(), quote.priceExponent());
    }

    /** Books the execution that a change of an order brought; null when it brought none. */
    public Fill book(Orders.Change change, OrderUpdate update, long sequence) {
        if (change.executedQty() == 0) {
            return null;
        }
        Fill fill = Fill.of(change, update, sequence);
        ledger.onFill(fill);
        return fill;
    }
}
