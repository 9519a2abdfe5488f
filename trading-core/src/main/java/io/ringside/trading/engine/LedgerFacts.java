package io.ringside.trading.engine;

import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.account.Assets;
import io.ringside.trading.account.Fill;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.account.Profit;
import io.ringside.trading.account.Profits;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.account.Worth.Touches;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Side;
import io.ringside.trading.ledger.LedgerPlace;
import io.ringside.trading.ledger.LedgerRecord.Amount;
import io.ringside.trading.ledger.LedgerRecord.Amounts;
import io.ringside.trading.ledger.LedgerRecord.Execution;
import io.ringside.trading.ledger.LedgerRecord.Listing;
import io.ringside.trading.ledger.LedgerRecord.Mark;
import io.ringside.trading.ledger.LedgerRecord.Marked;
import io.ringside.trading.ledger.LedgerRecord.Ordered;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.market.Touch;
import io.ringside.trading.order.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words the portfolio's state as records of the ledger.
 *
 * <p><em>Threading:</em> one thread.
 */
final class LedgerFacts {

    private Map<String, BigDecimal> realised = Map.of();
    private long executions;

    /** Executions from here on are told. */
    void begin(Portfolio portfolio) {
        executions = portfolio.executions();
        realised = realised(portfolio);
    }

    /** What an order update has brought, after it was booked; null if it was no execution, or one counted before. */
    Execution execution(LedgerPlace place, TradingBooks books, OrderUpdate update) {
        if (books.portfolio().executions() == executions) {
            return null;
        }
        Fill fill = books.portfolio().fills(1).get(0);
        Order order = books.orders().find(fill.orderNumber());
        Amounts amounts = amounts(fill, books.portfolio());
        begin(books.portfolio());
        return new Execution(place, fill.epochNs(), executions, ordered(order, fill), amounts,
            update.trade().liquidity(), update.trade().id());
    }

    private static Ordered ordered(Order order, Fill fill) {
        Instrument instrument = fill.instrument();
        Listing listing = new Listing(instrument.symbol(), Assets.venue(instrument), instrument.baseAsset(),
            instrument.quoteAsset());
        OrderPlaced placed = order.placed();
        return new Ordered(order.number(), order.clientOrderId(), placed.account(), placed.source(), fill.side(),
            listing);
    }

    /** What there is in each asset that profit is counted in; null if there is none. */
    Mark mark(LedgerPlace place, AccountId account, TradingBooks books, Quotes quotes) {
        Touches touches = (side, symbolId) -> Touch.of(side, quotes.newest(symbolId));
        List<Marked> assets = new ArrayList<>();
        Profits profits = books.portfolio().profits();
        for (String asset : profits.assets()) {
            Profit profit = profits.net(asset, touches);
            BigDecimal unrealised = profits.unquoted(asset, touches) == null ? profit.unrealised() : null;
            assets.add(new Marked(asset, profit.realised(), unrealised, profit.fees(),
                equity(books, asset, touches)));
        }
        return assets.isEmpty() ? null : new Mark(place, books.time().epochNs(), account, assets);
    }

    private Amounts amounts(Fill fill, Portfolio after) {
        List<Amount> profits = new ArrayList<>();
        realised(after).forEach((asset, value) -> {
            BigDecimal profit = value.subtract(realised.getOrDefault(asset, BigDecimal.ZERO));
            if (profit.signum() != 0) {
                profits.add(new Amount(profit, asset));
            }
        });
        boolean free = fill.commission().signum() == 0;
        return new Amounts(fill.qty(), fill.price(),
            new Amount(fill.commission(), free ? "" : fill.commissionAsset()), profits);
    }

    private static Map<String, BigDecimal> realised(Portfolio portfolio) {
        Map<String, BigDecimal> realised = new TreeMap<>();
        for (String asset : portfolio.profits().assets()) {
            realised.put(asset, portfolio.profits().net(asset, (side, symbolId) -> null).realised());
        }
        return realised;
    }

    /** Null if an asset that is held has a symbol in this one and no quote. */
    private static BigDecimal equity(TradingBooks books, String asset, Touches touches) {
        BigDecimal equity = books.portfolio().balance(asset);
        for (int symbolId = 0; symbolId < books.instruments().symbols(); symbolId++) {
            Instrument instrument = books.instruments().get(symbolId);
            if (instrument != null && Assets.quote(instrument).equals(asset)) {
                BigDecimal balance = books.portfolio().balance(Assets.base(instrument));
                BigDecimal bid = touches.touch(Side.SELL, symbolId);
                if (bid == null && balance.signum() != 0) {
                    return null;
                }
                equity = bid == null ? equity : equity.add(balance.multiply(bid));
            }
        }
        return equity;
    }
}
