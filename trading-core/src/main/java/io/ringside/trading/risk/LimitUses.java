package io.ringside.trading.risk;

import io.ringside.core.event.Tick;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Amounts;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Touch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * How much of each limit is used at this moment, for the assets that this run's symbols are paid with.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class LimitUses {

    /**
     * A limit and its use.
     *
     * @param name  of the limit, with the symbol or asset where it has several
     * @param used  empty where each order is measured for itself
     * @param limit the most that is allowed
     * @param since since when it counts, in nanoseconds since 1970; 0 for a limit that does not, or from the beginning
     */
    public record Use(String name, String used, String limit, long since) {

        static Use of(String name, BigDecimal used, BigDecimal limit, String unit) {
            return new Use(name, Amounts.text(Amounts.cut(used), unit), Amounts.text(limit, unit), 0);
        }
    }

    private final RiskLimits limits;
    private final TradingBooks books;
    private final LossLimits losses;
    private final SizeChecks size;
    private final OrderRate rate;

    LimitUses(RiskLimits limits, TradingBooks books, LossLimits losses, SizeChecks size, OrderRate rate) {
        this.limits = limits;
        this.books = books;
        this.losses = losses;
        this.size = size;
        this.rate = rate;
    }

    /** All limits, those that positions use first. */
    public List<Use> now() {
        List<Use> uses = new ArrayList<>();
        addPositions(uses);
        uses.add(Use.of("open orders", BigDecimal.valueOf(books.orders().open().size()),
            BigDecimal.valueOf(limits.maxOpenOrders()), ""));
        uses.add(Use.of("orders per minute", BigDecimal.valueOf(rate.count(books.time().epochNs())),
            BigDecimal.valueOf(limits.maxOrdersPerMinute()), ""));
        for (String asset : quoteAssets()) {
            addLoss(uses, "daily loss", limits.maxDailyLoss(), losses.dailyLoss(asset), asset, 0);
        }
        for (String asset : quoteAssets()) {
            addLoss(uses, "drawdown", limits.maxDrawdown(), losses.drawdown(asset), asset,
                losses.countedSinceEpochNs(asset));
        }
        for (String asset : quoteAssets()) {
            uses.add(new Use("largest order", "", limit(limits.maxOrderNotional(), asset), 0));
        }
        uses.add(new Use("largest distance from the touch", "", limits.maxPriceOffBps() + " bps", 0));
        uses.add(new Use("quote age", oldestQuote(), limits.maxQuoteAgeMs() + " ms", 0));
        return uses;
    }

    private void addPositions(List<Use> uses) {
        SortedSet<String> unused = quoteAssets();
        for (int symbolId = 0; symbolId < books.instruments().symbols(); symbolId++) {
            Instrument instrument = books.instruments().get(symbolId);
            if (instrument != null && size.position(instrument, BigDecimal.ONE).signum() > 0) {
                String asset = instrument.quoteAsset();
                uses.add(new Use("position " + instrument.symbol(), position(instrument),
                    limit(limits.maxPosition(), asset), 0));
                unused.remove(asset);
            }
        }
        unused.forEach(asset -> uses.add(new Use("largest position", "", limit(limits.maxPosition(), asset), 0)));
    }

    private String position(Instrument instrument) {
        BigDecimal ask = Touch.of(Side.BUY, books.quotes().newest(instrument.symbolId()));
        return ask == null ? unknownWithout(instrument.symbol())
            : Amounts.text(Amounts.cut(size.position(instrument, ask)), instrument.quoteAsset());
    }

    private void addLoss(List<Use> uses, String name, Map<String, BigDecimal> amounts, BigDecimal loss, String asset,
                         long since) {
        String unquoted = losses.unquoted(asset);
        uses.add(new Use(name, unquoted == null ? Amounts.text(Amounts.cut(loss.max(BigDecimal.ZERO)), asset)
            : unknownWithout(unquoted), limit(amounts, asset), since));
    }

    private static String unknownWithout(String symbol) {
        return "not known while " + symbol + " has no quote,";
    }

    private static String limit(Map<String, BigDecimal> amounts, String asset) {
        return amounts.containsKey(asset) ? Amounts.text(amounts.get(asset), asset) : "none set for " + asset;
    }

    /** Of all symbols that are quoted. */
    private String oldestQuote() {
        long oldestNs = -1;
        for (int symbolId = 0; symbolId < books.instruments().symbols(); symbolId++) {
            Tick quote = books.quotes().newest(symbolId);
            if (quote != null) {
                oldestNs = Math.max(oldestNs, books.time().epochNs() - quote.receivedEpochNs());
            }
        }
        return oldestNs < 0 ? "" : "up to " + TimeUnit.NANOSECONDS.toMillis(oldestNs) + " ms";
    }

    private SortedSet<String> quoteAssets() {
        SortedSet<String> assets = new TreeSet<>();
        for (int symbolId = 0; symbolId < books.instruments().symbols(); symbolId++) {
            Instrument instrument = books.instruments().get(symbolId);
            if (instrument != null) {
                assets.add(instrument.quoteAsset());
            }
        }
        return assets;
    }
}
