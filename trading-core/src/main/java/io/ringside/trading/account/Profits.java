package io.ringside.trading.account;

import io.ringside.trading.account.Worth.Touches;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was earned by whom, counted in which asset, by the rules at {@link Portfolio}.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class Profits {

    private final Map<String, BigDecimal> balances;
    private final Books books;
    private final Results results;
    private final Valuation valuation;

    Profits(Map<String, BigDecimal> balances, Books books, Results results, Valuation valuation) {
        this.balances = balances;
        this.books = books;
        this.results = results;
        this.valuation = valuation;
    }

    /** Assets in which any profit is counted, by name; a new list. */
    public List<String> assets() {
        SortedSet<String> assets = new TreeSet<>();
        results.sources().forEach(source -> assets.addAll(results.assets(source)));
        books.positions().forEach(position -> assets.add(position.costAsset()));
        return List.copyOf(assets);
    }

    /** Sources that have any profit, by name; a new list. */
    public List<String> sources() {
        SortedSet<String> sources = new TreeSet<>(results.sources());
        books.positions().forEach(position -> sources.add(position.source()));
        return List.copyOf(sources);
    }

    /** What was earned, counted in that asset. What has no touch is valued at its cost. */
    public Profit net(String asset, Touches touches) {
        Profit profit = Profit.none(asset);
        for (String source : sources()) {
            profit = profit.plus(net(source, asset, touches));
        }
        return profit;
    }

    /** The part of one source. */
    public Profit net(String source, String asset, Touches touches) {
        Profit profit = results.of(source, asset);
        for (Position position : books.positions()) {
            if (position.source().equals(source) && position.costAsset().equals(asset)) {
                BigDecimal unrealised = position.unrealised(worth(position, touches));
                profit = profit.plus(BigDecimal.ZERO, unrealised, BigDecimal.ZERO);
            }
        }
        return profit;
    }

    /** Of one unit, in the asset of its cost; null without a touch, or without symbols that trade one for the other. */
    public BigDecimal worth(Position position, Touches touches) {
        return valuation.worth(position.asset(), position.costAsset(), touches);
    }

    /**
     * A symbol without a touch that is needed to value what is held, counted in that asset; null if there is none. Less
     * than a step of the symbol does not count: it cannot be sold.
     */
    public String unquoted(String asset, Touches touches) {
        for (Position position : books.positions()) {
            Instrument missing = position.costAsset().equals(asset)
                ? valuation.unquoted(position.asset(), asset, touches) : null;
            if (missing != null && isSellable(position)) {
                return missing.symbol();
            }
        }
        return null;
    }

    private boolean isSellable(Position position) {
        Instrument sale = valuation.saleOf(position.asset(), position.costAsset());
        BigDecimal most = position.qty().min(balances.getOrDefault(position.asset(), BigDecimal.ZERO));
        return sale == null || most.compareTo(sale.qty().value(sale.qty().step())) >= 0;
    }
}
