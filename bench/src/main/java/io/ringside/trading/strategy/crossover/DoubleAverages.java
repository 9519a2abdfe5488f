package io.ringside.trading.strategy.crossover;

import io.ringside.core.event.Tick;

/**
 * Two moving averages as they are often written. The running sums drift because every addition rounds. The loops do not
 * drift, but their cost grows with the windows.
 */
final class DoubleAverages {

    private static final double SCALE = 1e-8;

    private final double[] mids;
    private final int fast;
    private double fastSum;
    private double slowSum;
    private int next;

    /** Starts with windows full of zeros. */
    DoubleAverages(int fast, int slow) {
        this.fast = fast;
        this.mids = new double[slow];
    }

    boolean isAboveBySums(Tick tick) {
        double mid = mid(tick);
        fastSum += mid - mids[indexBack(fast)];
        slowSum += mid - mids[next];
        keep(mid);
        return fastSum / fast > slowSum / mids.length;
    }

    boolean isAboveByLoops(Tick tick) {
        keep(mid(tick));
        return average(fast) > average(mids.length);
    }

    private double average(int newest) {
        double sum = 0;
        for (int back = 1; back <= newest; back++) {
            sum += mids[indexBack(back)];
        }
        return sum / newest;
    }

    private int indexBack(int back) {
        int index = next - back;
        return index < 0 ? index + mids.length : index;
    }

    private void keep(double mid) {
        mids[next] = mid;
        next = next + 1 == mids.length ? 0 : next + 1;
    }

    private static double mid(Tick tick) {
        return (tick.bidPrice() + tick.askPrice()) * SCALE / 2;
    }
}
