package io.ringside.trading.strategy.crossover;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.Tick;
import io.ringside.trading.strategy.crossover.AverageWindows.WideSum;
import io.ringside.trading.strategy.crossover.CrossoverSettings.WindowLength;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One symbol as the crossover sees it: the newest quote, the windows, what they say, and the pause between orders.
 * Samples are bid plus ask at the price exponent with which the windows began; a quote with another exponent is
 * rescaled exactly, and where that is not possible the windows are reset.
 *
 * <p><em>Threading:</em> the ring thread; ticks and seconds allocate nothing.
 */
final class SymbolView {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long BACK_S = OrderPause.BACK_NS / NS_PER_S;

    private final AverageWindows windows;
    private final Crossing crossing;
    private final OrderPause pause;
    private long bidPrice;
    private long askPrice;
    private int priceExponent;
    private boolean begun;
    private int windowExponent;
    private long sample;
    private long second;
    private long quoteSecond;
    private long restarts;
    private long unpriced;

    SymbolView(AverageWindows windows, Crossing crossing, OrderPause pause) {
        this.windows = windows;
        this.crossing = crossing;
        this.pause = pause;
    }

    /** Takes a quote into windows of ticks. False for one that lacks a side, which is counted and not looked at. */
    boolean onTick(Tick tick) {
        if (!takeQuote(tick)) {
            return false;
        }
        begun = true;
        windows.add(sample);
        crossing.judge(windows, windowExponent, tick.receivedEpochNs());
        return true;
    }

    /** The same for windows of seconds: the seconds that ended before this quote are sampled without it. */
    boolean onTimedTick(Tick tick) {
        if (tick.bidPrice() <= 0 || tick.askPrice() <= 0) {
            unpriced++;
            return false;
        }
        advance(tick.receivedEpochNs());
        takeQuote(tick);
        if (!begun) {
            begun = true;
            second = Math.floorDiv(tick.receivedEpochNs(), NS_PER_S);
        }
        // A quote that was read just before a timer and comes after it counts in the second that runs.
        quoteSecond = second;
        return true;
    }

    /** Samples the seconds that have ended: at most as many as the long window has. */
    void advance(long nowEpochNs) {
        if (!begun) {
            return;
        }
        long nowSecond = Math.floorDiv(nowEpochNs, NS_PER_S);
        if (nowSecond < second - BACK_S || nowSecond - quoteSecond > windows.slow()) {
            restart();
            return;
        }
        while (second < nowSecond) {
            second++;
            windows.add(sample);
            crossing.judge(windows, windowExponent, second * NS_PER_S);
        }
    }

    /** Resets the windows; what is owed stays. */
    void forget() {
        windows.clear();
        crossing.forgetAverages();
        begun = false;
    }

    Crossing crossing() {
        return crossing;
    }

    OrderPause pause() {
        return pause;
    }

    long bidPrice() {
        return bidPrice;
    }

    long askPrice() {
        return askPrice;
    }

    int priceExponent() {
        return priceExponent;
    }

    void appendStatus(StringBuilder out, CrossoverSettings settings, long nowEpochNs) {
        appendAverage(out, "fast ", settings.fast(), windows.fastSum());
        appendAverage(out, ", slow ", settings.slow(), windows.slowSum());
        out.append(", ").append(windows.count()).append(" of ").append(windows.slow()).append(" samples")
            .append(", last signal ").append(crossing.lastSignal())
            .append(crossing.isExitDue() ? ", exit due" : "")
            .append(", cool-down ").append((pause.leftNs(nowEpochNs) + NS_PER_S - 1) / NS_PER_S).append(" s left");
        if (restarts > 0) {
            out.append(", windows reset ").append(restarts).append(" times");
        }
        if (unpriced > 0) {
            out.append(", ").append(unpriced).append(" quotes without a price");
        }
        if (!pause.rejection().isEmpty()) {
            out.append(", rejected: ").append(pause.rejection());
        }
    }

    /** True when a restart must not forget something. */
    boolean hasMemory() {
        return crossing.hasMemory() || pause.hasBegun();
    }

    /** Not the windows: they begin again after the gap of a restart. */
    void saveMemory(DataOutput out) throws IOException {
        crossing.saveMemory(out);
        pause.save(out);
    }

    void loadMemory(DataInput in) throws IOException {
        crossing.loadMemory(in);
        pause.load(in);
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(bidPrice);
        out.writeLong(askPrice);
        out.writeByte(priceExponent);
        out.writeBoolean(begun);
        out.writeByte(windowExponent);
        out.writeLong(sample);
        out.writeLong(second);
        out.writeLong(quoteSecond);
        out.writeLong(restarts);
        out.writeLong(unpriced);
        windows.save(out);
        crossing.save(out);
        pause.save(out);
    }

    void load(DataInput in) throws IOException {
        bidPrice = in.readLong();
        askPrice = in.readLong();
        priceExponent = in.readByte();
        begun = in.readBoolean();
        windowExponent = in.readByte();
        sample = in.readLong();
        second = in.readLong();
        quoteSecond = in.readLong();
        restarts = in.readLong();
        unpriced = in.readLong();
        windows.load(in);
        crossing.load(in);
        pause.load(in);
    }

    private boolean takeQuote(Tick tick) {
        long bid = tick.bidPrice();
        long ask = tick.askPrice();
        if (bid <= 0 || ask <= 0) {
            unpriced++;
            return false;
        }
        bidPrice = bid;
        askPrice = ask;
        priceExponent = tick.priceExponent();
        if (begun && priceExponent != windowExponent) {
            bid = Decimals.rescale(bid, priceExponent, windowExponent);
            ask = Decimals.rescale(ask, priceExponent, windowExponent);
            if (bid == Decimals.NOT_REPRESENTABLE || ask == Decimals.NOT_REPRESENTABLE) {
                restart();
                bid = bidPrice;
                ask = askPrice;
            }
        }
        if (!begun) {
            windowExponent = priceExponent;
        }
        sample = bid + ask;
        return true;
    }

    private void restart() {
        restarts++;
        windows.clear();
        crossing.loseAverages();
        begun = false;
    }

    /** The averages of windows that are not full are of what they hold. */
    private void appendAverage(StringBuilder out, String name, WindowLength length, WideSum sum) {
        int held = Math.min(length.count(), windows.count());
        out.append(name).append(length.text()).append(" = ")
            .append(held == 0 ? "none" : Crossing.average(sum, held, windowExponent));
    }
}
