package io.ringside.trading.account;

import io.ringside.core.event.Symbols;
import io.ringside.trading.decision.Side;
import io.ringside.trading.ledger.ProfitHistory;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.market.Touch;
import io.ringside.trading.order.Orders;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The market and our own trades as the ring thread knows them.
 *
 * @param time        now
 * @param instruments the venue's rules
 * @param quotes      the newest quotes
 * @param orders      open orders and the last that ended
 * @param portfolio   balances, who holds them, executions
 * @param history     what executions have earned, by day
 */
public record TradingBooks(RingTime time, Instruments instruments, Quotes quotes, Orders orders, Portfolio portfolio,
                           ProfitHistory history) {

    /** Before any event; {@code balances} by asset. */
    public static TradingBooks of(Symbols symbols, Instruments instruments, Map<String, BigDecimal> balances) {
        return new TradingBooks(new RingTime(), instruments, new Quotes(symbols), new Orders(instruments),
            new Portfolio(instruments, balances), new ProfitHistory());
    }

    /** Books an execution; each must be booked once. */
    public void onFill(Fill fill) {
        portfolio.onFill(fill);
        history.onExecution(Assets.quote(fill.instrument()), time.epochNs());
        for (String asset : portfolio.profits().assets()) {
            Profit profit = portfolio.profits().net(asset, (side, symbolId) -> null);
            history.onEarned(asset, profit.realised(), profit.fees(), time.epochNs());
        }
    }

    /** What a sale of a symbol gets now, or a buy pays; null without a quote, or when that side is empty. */
    public BigDecimal touch(Side side, int symbolId) {
        return Touch.of(side, quotes.newest(symbolId));
    }
}
