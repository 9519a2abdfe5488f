package io.ringside.trading.account;

import io.ringside.core.event.Rules;
import io.ringside.core.event.Symbols;
import io.ringside.core.route.RulesHandler;
import io.ringside.trading.account.Worth.Touches;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.snapshot.SnapshotPart;
import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Balances, who holds them, their cost, profit, and fills: what the venue reported, added up exactly. A balance below 0
 * is kept as it is: the venue is right about its own accounts, and rejecting orders is not this class's job.
 *
 * <p>Each asset is held by sources: the user, each strategy, and {@link #EXTERNAL}, which has whatever of the balance
 * is nobody's. So the sum over the sources always is the balance. Names of assets are those of {@link Assets}.
 *
 * <p>An execution swaps an asset for another, and cost moves with it:
 * <ul>
 * <li>What is paid comes from the book of the order's source: first what is counted in the asset received, then by name
 * of the cost asset. What is missing comes from external, then from the other books by name.
 * <li>External units that pay for a buy count as themselves: an asset bought with USDT has its cost in USDT. Where they
 * have a worth ({@link #value}), they count as that, and what is bought is marked {@linkplain Position#isValued()
 * valued}.
 * <li>What is received goes to the source with the cost of what was paid for it, shared in proportion. But what comes
 * back in the asset of its own cost ends the position: proceeds minus cost are realised in that asset, and the proceeds
 * are external, free to be used by all.
 * <li>External units that are sold make no profit, and their proceeds are external.
 * <li>A commission in the asset received is taken off it, with its share of the cost. Any other is paid from the books
 * as above. Fees count at their cost; what external pays counts only where a buy takes it in the asset it is paid with,
 * and otherwise is in no profit, but among {@link Profits#otherFees()}.
 * </ul>
 *
 * <p><em>Threading:</em> the ring thread. {@link #heldSteps} allocates nothing.
 */
public final class Portfolio implements RulesHandler, SnapshotPart {

    /** The source of what the account held before, of deposits and of trades by hand, and of money. */
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

    private final SortedMap<String, BigDecimal> balances = new TreeMap<>();
    private final SortedMap<String, Worth> worths = new TreeMap<>();
    private final Books books = new Books();
    private final Fills fills = new Fills();
    private final Instruments instruments;
    private final Valuation valuation;
    private final SellableSteps steps;
    private final Profits profits;
    private final Booking booking;
    private long executions;

    /** {@code starting} are the balances at the very first start; a snapshot replaces them. */
    public Portfolio(Instruments instruments, Map<String, BigDecimal> starting) {
        this.instruments = instruments;
        this.valuation = new Valuation(instruments);
        this.steps = new SellableSteps(instruments);
        this.profits = new Profits(balances, books, valuation);
        this.booking = new Booking(balances, worths, books, profits);
        balances.putAll(starting);
    }

    /** Books an execution; each must be booked once. */
    public void onFill(Fill fill) {
        booking.book(fill);
        fills.add(fill);
        executions++;
        countSteps();
    }

    /** From now on, external units of an asset that pay for a buy count as much. */
    public void value(String asset, Worth worth) {
        worths.put(asset, worth);
    }

    /** As {@link #value} set it last; null before. */
    public Worth valued(String asset) {
        return worths.get(asset);
    }

    /**
     * The asset in which external units of an asset count, and how much one of them counts now: its bid. Null for
     * money, which is sold for no other asset, and without a quote.
     */
    public Worth worth(String asset, Touches touches) {
        return valuation.ofUnknownCost(asset, touches);
    }

    /** 0 for an asset that was never held. */
    public BigDecimal balance(String asset) {
        return balances.getOrDefault(asset, BigDecimal.ZERO);
    }

    /** By name of the asset; a view. */
    public SortedMap<String, BigDecimal> balances() {
        return Collections.unmodifiableSortedMap(balances);
    }

    /** What the user and the strategies hold, by asset, source and asset of the cost; a view. */
    public List<Position> positions() {
        return Collections.unmodifiableList(books.positions());
    }

    public boolean holdsNothing() {
        return books.positions().isEmpty();
    }

    /** What was earned by whom; a view. */
    public Profits profits() {
        return profits;
    }

    /** How many {@link #books()} there are, dust included. */
    public int held() {
        return books().size();
    }

    /** What one source holds of an asset, dust included. */
    public BigDecimal held(String source, String asset) {
        return source.equals(EXTERNAL) ? balance(asset).subtract(held(asset)) : books.held(source, asset);
    }

    /** What the user and the strategies hold of an asset. */
    public BigDecimal held(String asset) {
        return books.held(asset);
    }

    /** What each source but {@link #EXTERNAL} holds, by asset, then by source; a new list, without empty books. */
    public List<Book> books() {
        List<Book> all = new ArrayList<>();
        for (Position position : books.positions()) {
            Book last = all.isEmpty() ? null : all.get(all.size() - 1);
            boolean more = last != null && last.asset.equals(position.asset()) && last.source.equals(position.source());
            if (!more) {
                all.add(new Book(position.asset(), position.source(),
                    books.held(position.source(), position.asset())));
            }
        }
        return all;
    }

    /**
     * The symbol by which a book is sold: the one towards the asset of its cost if there is one, or else towards money;
     * {@link Symbols#UNKNOWN} if no symbol of this run has that asset as its base.
     */
    public int exitSymbol(Book book) {
        Instrument exit = null;
        for (Position position : books.positions()) {
            if (exit == null && position.source().equals(book.source) && position.asset().equals(book.asset)) {
                exit = valuation.saleOf(book.asset, position.costAsset());
            }
        }
        exit = exit == null ? valuation.saleOf(book.asset) : exit;
        return exit == null ? Symbols.UNKNOWN : exit.symbolId();
    }

    /**
     * What one source can sell of its book, as far as the balance goes, rounded down to a step: a mantissa on the
     * exponent of {@link Instrument#qty()}. Open sales are not taken off.
     */
    public long heldSteps(String source, int symbolId) {
        return steps.of(source, symbolId);
    }

    /** Number of executions so far. */
    public long executions() {
        return executions;
    }

    /** The last fills, newest first; at most 1,000 are kept. */
    public List<Fill> fills(int most) {
        return fills.newest(most);
    }

    /** A fill may change the balance under other books too: all are counted again. */
    private void countSteps() {
        steps.clear();
        for (Book book : books()) {
            steps.count(book.source, book.asset, book.qty.min(balance(book.asset)).max(BigDecimal.ZERO));
        }
    }

    /** After {@link Instruments} have taken them: what is held is counted in the new steps. */
    @Override
    public void onRules(Rules rules, long sequence) {
        countSteps();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Assets.save(out, balances);
        books.save(out);
        profits.save(out);
        out.writeInt(worths.size());
        for (Map.Entry<String, Worth> worth : worths.entrySet()) {
            out.writeUTF(worth.getKey());
            out.writeUTF(worth.getValue().costAsset());
            out.writeUTF(worth.getValue().price().toString());
        }
        fills.save(out);
        StateFields.name(out, "number of executions");
        out.writeLong(executions);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        Assets.load(in, balances);
        books.load(in);
        profits.load(in);
        worths.clear();
        for (int left = in.readInt(); left > 0; left--) {
            value(in.readUTF(), new Worth(in.readUTF(), new BigDecimal(in.readUTF())));
        }
        fills.load(in, instruments);
        executions = in.readLong();
        countSteps();
    }
}
