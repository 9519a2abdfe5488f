package io.ringside.trading.risk;

import io.ringside.core.event.Origin;
import io.ringside.core.route.TimerHandler;
import io.ringside.trading.account.Fill;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.account.Profit;
import io.ringside.trading.account.Worth;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.LossMarked;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.market.Amounts;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.market.Touch;
import io.ringside.trading.snapshot.SnapshotPart;
import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Baselines for daily loss and drawdown, per asset in which profit is counted (see {@link Portfolio}). Net profit is
 * realised plus unrealised less fees, over the user and all strategies, each position marked at the touch.
 *
 * <ul>
 * <li>Daily loss: net profit at the first valuation at or after 00:00 UTC of the day, minus net profit now.
 * <li>Drawdown: highest net profit at any valuation since the very first start, at least 0, or since it was reset,
 * minus net profit now.
 * </ul>
 *
 * <p>Valued at every fill and every check of an order, and once a second while something is held. A new peak is
 * recorded as a {@link LossMarked} at most once a second, a new day at once; both survive restarts. While something
 * held has no quote, as in the first moments of a run, neither moves: a loss not seen yet would pass for a peak.
 *
 * <p><em>Threading:</em> the ring thread. {@link #onTimer} allocates nothing while nothing is held.
 */
public final class LossLimits implements TimerHandler, SnapshotPart {

    private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    /** {@code countedSinceEpochNs} is that of the peak; 0 for the beginning. */
    private record Mark(long day, BigDecimal dayStart, BigDecimal peak, long countedSinceEpochNs, long epochNs) {
    }

    private final AccountId account;
    private final Portfolio portfolio;
    private final RingTime time;
    private final DecisionLog log;
    private final Worth.Touches touches;
    private final Map<String, Mark> marks = new TreeMap<>();
    private long valuedEpochNs;
    private boolean peakWaits;

    public LossLimits(AccountId account, Portfolio portfolio, Quotes quotes, RingTime time, DecisionLog log) {
        this.account = account;
        this.portfolio = portfolio;
        this.time = time;
        this.log = log;
        this.touches = (side, symbolId) -> Touch.of(side, quotes.newest(symbolId));
    }

    /** After {@link Portfolio#onFill}. */
    public void onFill(Fill fill) {
        valueAll(fill.sequence());
    }

    /** Ten times a second, after {@link RingTime#onTimer}; it values once a second. */
    @Override
    public void onTimer(long epochNs, long sequence) {
        if (portfolio.holdsNothing() && !peakWaits || !isSecondSince(valuedEpochNs)) {
            return;
        }
        valuedEpochNs = time.epochNs();
        peakWaits = false;
        valueAll(sequence);
    }

    /** The assets in which profit of buys with that asset may be counted: itself, and that of its worth. */
    List<String> countedIn(String quoteAsset) {
        Worth worth = portfolio.worth(quoteAsset, touches);
        return worth == null ? List.of(quoteAsset) : List.of(quoteAsset, worth.costAsset());
    }

    /** What was earned, counted in that asset. */
    Profit profit(String asset) {
        return portfolio.profits().net(asset, touches);
    }

    /** Below 0 for a profit. */
    BigDecimal dailyLoss(String quoteAsset) {
        Mark mark = marks.get(quoteAsset);
        return mark == null ? BigDecimal.ZERO : mark.dayStart.subtract(profit(quoteAsset).net());
    }

    /** At least 0. */
    BigDecimal drawdown(String quoteAsset) {
        Mark mark = marks.get(quoteAsset);
        BigDecimal peak = mark == null ? BigDecimal.ZERO : mark.peak;
        return peak.subtract(profit(quoteAsset).net()).max(BigDecimal.ZERO);
    }

    /** In nanoseconds since 1970; 0 for the very first start. */
    public long countedSinceEpochNs(String quoteAsset) {
        Mark mark = marks.get(quoteAsset);
        return mark == null ? 0 : mark.countedSinceEpochNs;
    }

    /** From now on the drawdown of each asset counts from what is earned now. Returns the answer. */
    public String resetDrawdown(Origin origin) {
        for (String asset : marks.keySet()) {
            String unquoted = unquoted(asset);
            if (unquoted != null) {
                return "✗ nothing is reset: the drawdown in " + asset + " is not known while " + unquoted
                    + " is held and has no quote";
            }
        }
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Mark> one : List.copyOf(marks.entrySet())) {
            BigDecimal before = drawdown(one.getKey());
            record(new LossMarked(account, one.getKey(), one.getValue().day, Amounts.text(one.getValue().dayStart),
                Amounts.text(profit(one.getKey()).net()), time.epochNs(), origin), time.sequence());
            lines.add("✓ the drawdown in " + one.getKey() + " counts from now on; it was "
                + Amounts.text(Amounts.cut(before), one.getKey()));
        }
        return lines.isEmpty() ? "there is no drawdown yet: nothing has been traded" : String.join("\n", lines);
    }

    /** Applies a recorded mark. */
    public void restore(LossMarked marked) {
        marks.put(marked.asset(), new Mark(marked.day(), new BigDecimal(marked.dayStart()),
            new BigDecimal(marked.peak()), marked.countedSinceEpochNs(), time.epochNs()));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        StateFields.unfolded(out);
        out.writeLong(valuedEpochNs);
        StateFields.unfolded(out);
        out.writeBoolean(peakWaits);
        out.writeInt(marks.size());
        for (Map.Entry<String, Mark> entry : marks.entrySet()) {
            out.writeUTF(entry.getKey());
            StateFields.name(out, "day", entry.getKey());
            out.writeLong(entry.getValue().day);
            StateFields.name(out, "profit at the day's start", entry.getKey());
            out.writeUTF(entry.getValue().dayStart.toString());
            StateFields.name(out, "peak", entry.getKey());
            out.writeUTF(entry.getValue().peak.toString());
            StateFields.name(out, "start of the drawdown", entry.getKey());
            out.writeLong(entry.getValue().countedSinceEpochNs);
            StateFields.name(out, "time of the mark", entry.getKey());
            out.writeLong(entry.getValue().epochNs);
        }
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        valuedEpochNs = in.readLong();
        peakWaits = in.readBoolean();
        marks.clear();
        for (int left = in.readInt(); left > 0; left--) {
            marks.put(in.readUTF(), new Mark(in.readLong(), new BigDecimal(in.readUTF()),
                new BigDecimal(in.readUTF()), in.readLong(), in.readLong()));
        }
    }

    private void valueAll(long sequence) {
        for (String asset : portfolio.profits().assets()) {
            value(asset, sequence);
        }
    }

    /** Moves day start and peak on to now. */
    void value(String quoteAsset, long sequence) {
        if (unquoted(quoteAsset) != null) {
            return;
        }
        BigDecimal net = profit(quoteAsset).net();
        long today = Math.floorDiv(time.epochNs(), DAY_NS);
        Mark mark = marks.get(quoteAsset);
        if (mark == null) {
            mark(quoteAsset, today, net, net.max(BigDecimal.ZERO), 0, sequence);
        } else if (isOtherDay(today, mark.day)) {
            mark(quoteAsset, today, net, mark.peak.max(net), mark.countedSinceEpochNs, sequence);
        } else if (net.compareTo(mark.peak) > 0) {
            raisePeak(quoteAsset, mark, net, sequence);
        }
    }

    /** A symbol that has no quote yet in this run and is needed to value what is held; null if there is none. */
    String unquoted(String asset) {
        return portfolio.profits().unquoted(asset, touches);
    }

    /** A clock set back over midnight does not restart the day; one that was a day or more ahead does. */
    private static boolean isOtherDay(long today, long day) {
        return today > day || today < day - 1;
    }

    private void raisePeak(String quoteAsset, Mark mark, BigDecimal net, long sequence) {
        if (isSecondSince(mark.epochNs)) {
            mark(quoteAsset, mark.day, mark.dayStart, net, mark.countedSinceEpochNs, sequence);
        } else {
            peakWaits = true;
        }
    }

    private void mark(String quoteAsset, long day, BigDecimal dayStart, BigDecimal peak, long countedSinceEpochNs,
                      long sequence) {
        record(new LossMarked(account, quoteAsset, day, Amounts.text(dayStart), Amounts.text(peak),
            countedSinceEpochNs, Origin.CONSOLE), sequence);
    }

    private void record(LossMarked marked, long sequence) {
        log.record(marked, sequence);
        restore(marked);
    }

    private boolean isSecondSince(long epochNs) {
        long elapsedNs = time.epochNs() - epochNs;
        return elapsedNs >= SECOND_NS || elapsedNs < 0;
    }
}
