package io.ringside.trading.risk;

import io.ringside.core.event.Origin;
import io.ringside.trading.account.Assets;
import io.ringside.trading.account.FreeFunds;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Touch;
import io.ringside.trading.order.OrderRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What may be sold, in which sizes, and whether it can be now.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class Exits {

    private final RiskLimits limits;
    private final TradingBooks books;
    private final FreeFunds funds;
    private final MarketChecks market;

    Exits(RiskLimits limits, TradingBooks books, MarketChecks market) {
        this.limits = limits;
        this.books = books;
        this.funds = new FreeFunds(books);
        this.market = market;
    }

    /** Whether it sells at most what the book of its source holds free. */
    public boolean isExit(OrderRequest request) {
        return request.isSale() && request.qty() <= funds.sellableSteps(request.source(), request.instrument());
    }

    /** Whether the venue's rules take a market sale, however large, and the account has it free. */
    public boolean isSellable(OrderRequest sale) {
        Instrument instrument = sale.instrument();
        return instrument.marketQty().isMultiple(sale.qty()) && sale.qty() >= leastPerSale(instrument)
            && instrument.qty().value(sale.qty()).compareTo(funds.free(Assets.base(instrument))) <= 0;
    }

    /**
     * Why no market sale of that symbol can leave now although one may soon: its feed or its quote is not current. Null
     * if they are.
     */
    public String staleness(Instrument instrument) {
        OrderCheck check = OrderCheck.of(new OrderRequest(instrument, Side.SELL, OrderType.MARKET, TimeInForce.GTC, 1,
            0, Origin.CONSOLE, OrderRequest.USER, ""), books.quotes(), true);
        market.checkFeed(check);
        market.checkQuoteAge(check);
        return check.lines().verdict().complaint();
    }

    /**
     * The largest quantity of one market sale at this moment, as the largest order and the venue's grid allow; but at
     * least twice what the venue takes, so that no part is too small for it. 0 without a quote.
     */
    public long mostPerSale(Instrument instrument) {
        BigDecimal bid = bid(instrument);
        if (bid == null) {
            return 0;
        }
        Grid grid = instrument.marketQty();
        BigDecimal max = grid.value(instrument.mostPerMarketOrder(bid));
        BigDecimal limit = limits.maxOrderNotional().get(instrument.quoteAsset());
        BigDecimal most = limit == null ? max : limit.divideToIntegralValue(bid.multiply(grid.value(grid.step())))
            .multiply(grid.value(grid.step())).min(max);
        return Math.min(Math.max(grid.floor(most), 2 * leastPerSale(instrument)), grid.floor(max));
    }

    /** The smallest market sale that the venue takes at this moment; without a quote by its grid alone. */
    public long leastPerSale(Instrument instrument) {
        BigDecimal bid = bid(instrument);
        Grid grid = instrument.marketQty();
        Filters.Notional bounds = instrument.filters().notional();
        BigDecimal least = bid != null && bounds.minOnMarket()
            ? bounds.min().divide(bid, 1 - grid.exponent(), RoundingMode.CEILING) : BigDecimal.ZERO;
        return Math.max(grid.ceiling(least.max(grid.value(grid.min()))), grid.step());
    }

    private BigDecimal bid(Instrument instrument) {
        return Touch.of(Side.SELL, books.quotes().newest(instrument.symbolId()));
    }
}
