package io.ringside.trading.account;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.Orders;
import java.math.BigDecimal;
import java.util.Map;

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

    /** Before any event; {@code balances} by asset. */
    public static TradingBooks of(Symbols symbols, Instruments instruments, Map<String, BigDecimal> balances) {
        return new TradingBooks(new RingTime(), instruments, new Quotes(symbols), new Orders(instruments),
            new Ledger(instruments, balances));
    }

    /** The newest bid of a symbol; null before the first quote. */
    public BigDecimal bid(int symbolId) {
        Tick quote = quotes.newest(symbolId);
        return quote == null ? null : Decimals.toBigDecimal(quote.bidPrice(), quote.priceExponent());
    }

    /** Counts the execution that an update reports; null when it reports none, or one that has been counted. */
    public Fill applyExecution(Order order, OrderUpdate update, long sequence) {
        long executed = order.applyExecution(update);
        if (executed == 0) {
            return null;
        }
        Instrument instrument = order.instrument();
        Fill fill = new Fill(order.number(), instrument.symbolId(), instrument, order.side(),
            instrument.qty().value(executed), Order.priceOf(update),
            Decimals.toBigDecimal(update.trade().commission(), update.trade().commissionExponent()),
            update.trade().commissionAsset(),
            update.epochNs(), sequence);
        ledger.onFill(fill);
        return fill;
    }
}
