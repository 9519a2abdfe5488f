package io.ringside.trading.account;

import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Balances per asset, positions per symbol, and fills: what the venue reported, added up exactly. A balance below 0 is
 * kept as it is: the venue is right about its own accounts, and rejecting orders is not this class's job.
 *
 * <p>A commission in an asset that is neither base nor quote of its fill lowers that asset's balance, is listed by
 * asset, and is not in any profit.
 *
 * <p><em>Threading:</em> the ring thread. {@link #heldSteps} and {@link #held()} allocate nothing.
 */
public final class Portfolio implements SnapshotPart {

    /** The source of what the account held before, of deposits and of trades by hand. */
    public static final String EXTERNAL = "external";

    /**
     * What one source holds of one asset.
     *
     * @param asset  its name, followed by {@code @VENUE} on all venues but the default one
     * @param source the user, a strategy, or {@link #EXTERNAL}
     * @param qty    dust included
     */
    public record Book(String asset, String source, BigDecimal qty) {
    }

    private final Instruments instruments;
    private final SortedMap<String, BigDecimal> balances = new TreeMap<>();
    private final SortedMap<String, BigDecimal> otherFees = new TreeMap<>();
    private final SortedMap<String, Position> positions = new TreeMap<>();
    private final Position[] bySymbol;
    private final long[] heldSteps;
    private final Fills fills = new Fills();
    private int held;
    private long executions;

    /** {@code starting} are the balances at the very first start; a snapshot replaces them. */
    public Portfolio(Instruments instruments, Map<String, BigDecimal> starting) {
        this.instruments = instruments;
        this.bySymbol = new Position[instruments.symbols()];
        this.heldSteps = new long[instruments.symbols()];
        balances.putAll(starting);
    }

    /** Books an execution; each must be booked once. */
    public void onFill(Fill fill) {
        Instrument instrument = fill.instrument();
        Position position = positionOf(fill);
        if (fill.side() == Side.BUY) {
            position.buy(fill.qty(), fill.price());
            change(instrument.baseAsset(), fill.qty());
            change(instrument.quoteAsset(), fill.notional().negate());
        } else {
            position.sell(fill.qty(), fill.price());
            change(instrument.baseAsset(), fill.qty().negate());
            change(instrument.quoteAsset(), fill.notional());
        }
        if (fill.commission().signum() != 0) {
            payCommission(fill, position);
        }
        fills.add(fill);
        executions++;
        countHeld();
    }

    /** 0 for an asset that was never held. */
    public BigDecimal balance(String asset) {
        return balances.getOrDefault(asset, BigDecimal.ZERO);
    }

    /** By name of the asset; a view. */
    public SortedMap<String, BigDecimal> balances() {
        return Collections.unmodifiableSortedMap(balances);
    }

    /** Commissions not included in any profit, by the asset they were taken in; a view. */
    public SortedMap<String, BigDecimal> otherFees() {
        return Collections.unmodifiableSortedMap(otherFees);
    }

    /** Null for a symbol that was never traded. */
    public Position position(int symbolId) {
        return bySymbol[symbolId];
    }

    /** All symbols that were ever traded, by name; a view. */
    public Collection<Position> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    /** How many symbols are held, dust included. */
    public int held() {
        return held;
    }

    /**
     * What of the position can be sold, as far as the base asset's balance goes, rounded down to a step: a mantissa on
     * the exponent of {@link Instrument#qty()}. Open sales are not taken off.
     */
    public long heldSteps(int symbolId) {
        return heldSteps[symbolId];
    }

    /** As {@link #heldSteps(int)}, of one source's book; allocates nothing. */
    public long heldSteps(String source, int symbolId) {
        return source.equals(OrderRequest.USER) ? heldSteps[symbolId] : 0;
    }

    /** What one source holds of an asset, dust included. */
    public BigDecimal held(String source, String asset) {
        return books().stream().filter(book -> book.source().equals(source) && book.asset().equals(asset))
            .map(Book::qty).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What each source but {@link #EXTERNAL} holds, by asset, then by source; a new list, without empty books. */
    public List<Book> books() {
        SortedMap<String, BigDecimal> own = new TreeMap<>();
        for (Position position : positions.values()) {
            BigDecimal qty = position.qty().min(balance(position.baseAsset())).max(BigDecimal.ZERO);
            own.merge(position.baseAsset(), qty, BigDecimal::max);
        }
        return own.entrySet().stream().filter(one -> one.getValue().signum() > 0)
            .map(one -> new Book(one.getKey(), OrderRequest.USER, one.getValue())).toList();
    }

    /** Assets that some symbol traded so far is paid with, by name; a new list. */
    public List<String> quoteAssets() {
        return positions.values().stream().map(Position::quoteAsset).distinct().sorted().toList();
    }

    /**
     * What was earned in one quote asset. {@code marks} gives the worth of one unit of a symbol, null when there is no
     * quote: it is then valued at its average entry, which leaves its unrealised profit at 0.
     */
    public Profit net(String quoteAsset, IntFunction<BigDecimal> marks) {
        Profit profit = Profit.none(quoteAsset);
        for (Position position : positions.values()) {
            if (position.quoteAsset().equals(quoteAsset)) {
                boolean marked = position.isHeld() && position.symbolId() >= 0;
                profit = profit.plus(position, marked ? marks.apply(position.symbolId()) : null);
            }
        }
        return profit;
    }

    /** Number of executions so far. */
    public long executions() {
        return executions;
    }

    /** The last fills, newest first; at most 1,000 are kept. */
    public List<Fill> fills(int most) {
        return fills.newest(most);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        save(out, balances);
        save(out, otherFees);
        out.writeInt(positions.size());
        for (Position position : positions.values()) {
            position.save(out);
        }
        fills.save(out);
        out.writeLong(executions);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        load(in, balances);
        load(in, otherFees);
        positions.clear();
        Arrays.fill(bySymbol, null);
        Arrays.fill(heldSteps, 0);
        for (int left = in.readInt(); left > 0; left--) {
            keep(Position.load(in, instruments));
        }
        fills.load(in, instruments);
        executions = in.readLong();
        countHeld();
    }

    private Position positionOf(Fill fill) {
        Position position = bySymbol[fill.symbolId()];
        if (position == null) {
            Instrument instrument = fill.instrument();
            position = new Position(instrument.symbol(), instrument.baseAsset(), instrument.quoteAsset(),
                fill.symbolId());
            keep(position);
        }
        return position;
    }

    private void keep(Position position) {
        positions.put(position.symbol(), position);
        if (position.symbolId() >= 0) {
            bySymbol[position.symbolId()] = position;
        }
    }

    private void payCommission(Fill fill, Position position) {
        String asset = fill.commissionAsset();
        BigDecimal fee = fill.commission();
        change(asset, fee.negate());
        if (asset.equals(fill.instrument().quoteAsset())) {
            position.payInQuote(fee);
        } else if (asset.equals(fill.instrument().baseAsset())) {
            BigDecimal bought = fill.side() == Side.BUY ? fill.qty() : BigDecimal.ZERO;
            BigDecimal unpaid = position.payInBase(fee, bought, fill.price());
            if (unpaid.signum() > 0) {
                otherFees.merge(asset, unpaid, BigDecimal::add);
            }
        } else {
            otherFees.merge(asset, fee, BigDecimal::add);
        }
    }

    private void change(String asset, BigDecimal by) {
        balances.merge(asset, by, BigDecimal::add);
    }

    /** A fill may change the balance under other positions too: all are counted again. */
    private void countHeld() {
        held = 0;
        for (Position position : positions.values()) {
            if (position.isHeld()) {
                held++;
            }
            if (position.symbolId() >= 0) {
                heldSteps[position.symbolId()] = steps(position, instruments.get(position.symbolId()));
            }
        }
    }

    private long steps(Position position, Instrument instrument) {
        if (instrument == null) {
            return 0;
        }
        BigDecimal sellable = position.qty().min(balance(position.baseAsset())).max(BigDecimal.ZERO);
        Grid grid = instrument.qty();
        long mantissa = grid.floor(sellable);
        return mantissa >= 0 ? mantissa : Long.MAX_VALUE - Long.MAX_VALUE % grid.step();
    }

    private static void save(DataOutput out, Map<String, BigDecimal> amounts) throws IOException {
        out.writeInt(amounts.size());
        for (Map.Entry<String, BigDecimal> amount : amounts.entrySet()) {
            out.writeUTF(amount.getKey());
            out.writeUTF(amount.getValue().toString());
        }
    }

    private static void load(DataInput in, Map<String, BigDecimal> amounts) throws IOException {
        amounts.clear();
        for (int left = in.readInt(); left > 0; left--) {
            amounts.put(in.readUTF(), new BigDecimal(in.readUTF()));
        }
    }
}
