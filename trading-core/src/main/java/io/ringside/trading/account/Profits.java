package io.ringside.trading.account;

import io.ringside.trading.account.Worth.Touches;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was earned by whom, counted in which asset, by the rules at {@link Portfolio}.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class Profits {

    private final Map<String, BigDecimal> balances;
    private final Books books;
    private final Valuation valuation;
    /** Without what is unrealised: by source, then by the asset in which it is counted. */
    private final SortedMap<String, SortedMap<String, Profit>> bySource = new TreeMap<>();
    private final SortedMap<String, BigDecimal> otherFees = new TreeMap<>();

    Profits(Map<String, BigDecimal> balances, Books books, Valuation valuation) {
        this.balances = balances;
        this.books = books;
        this.valuation = valuation;
    }

    void realise(String source, String asset, BigDecimal amount) {
        put(source, settled(source, asset).plus(amount, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    void payFee(String source, String asset, BigDecimal amount) {
        put(source, settled(source, asset).plus(BigDecimal.ZERO, BigDecimal.ZERO, amount));
    }

    void payOtherFee(String asset, BigDecimal amount) {
        if (amount.signum() != 0) {
            otherFees.merge(asset, amount, BigDecimal::add);
        }
    }

    /** Commissions not included in any profit, by the asset they were taken in; a view. */
    public SortedMap<String, BigDecimal> otherFees() {
        return Collections.unmodifiableSortedMap(otherFees);
    }

    /** Assets in which any profit is counted, by name; a new list. */
    public List<String> assets() {
        SortedSet<String> assets = new TreeSet<>();
        bySource.values().forEach(profits -> assets.addAll(profits.keySet()));
        books.positions().forEach(position -> assets.add(position.costAsset()));
        return List.copyOf(assets);
    }

    /** Sources that have any profit, by name; a new list. */
    public List<String> sources() {
        SortedSet<String> sources = new TreeSet<>(bySource.keySet());
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
        Profit profit = settled(source, asset);
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

    private Profit settled(String source, String asset) {
        Profit profit = bySource.getOrDefault(source, new TreeMap<>()).get(asset);
        return profit == null ? Profit.none(asset) : profit;
    }

    private void put(String source, Profit profit) {
        bySource.computeIfAbsent(source, name -> new TreeMap<>()).put(profit.asset(), profit);
    }

    void save(DataOutput out) throws IOException {
        Assets.save(out, otherFees);
        out.writeInt(bySource.values().stream().mapToInt(SortedMap::size).sum());
        for (String source : bySource.keySet()) {
            for (Profit profit : bySource.get(source).values()) {
                out.writeUTF(source);
                out.writeUTF(profit.asset());
                StateFields.name(out, "realised profit", profit.asset(), source);
                out.writeUTF(profit.realised().toString());
                StateFields.name(out, "fees", profit.asset(), source);
                out.writeUTF(profit.fees().toString());
            }
        }
    }

    void load(DataInput in) throws IOException {
        Assets.load(in, otherFees);
        bySource.clear();
        for (int left = in.readInt(); left > 0; left--) {
            put(in.readUTF(), new Profit(in.readUTF(), new BigDecimal(in.readUTF()), BigDecimal.ZERO,
                new BigDecimal(in.readUTF())));
        }
    }
}
