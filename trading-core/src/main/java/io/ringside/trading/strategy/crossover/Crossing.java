package io.ringside.trading.strategy.crossover;

import io.ringside.core.event.Decimals;
import io.ringside.trading.strategy.crossover.AverageWindows.WideSum;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What the averages of one symbol say. An entry is due at the moment that the fast average has risen from at most the
 * slow one to above it, and only then. An exit is due from the moment that it has fallen from at least the slow one to
 * below it, for as long as it stays below: cool-down and rejections put it off, but it is not lost.
 *
 * <p>While the windows fill again after a gap, where the averages stood before is remembered. A fall across the gap is
 * a fall, as a position may depend on it; a rise across it is too old for an entry.
 *
 * <p><em>Threading:</em> the ring thread; only the texts allocate.
 */
final class Crossing {

    private static final int UNKNOWN = 2;
    private static final int SHOWN_DIGITS = 2;

    private final WideSum fastSum = new WideSum();
    private final WideSum slowSum = new WideSum();
    private int sign = UNKNOWN;
    /** The last known sign before a gap; unknown once the windows are full again. */
    private int signBeforeGap = UNKNOWN;
    private boolean entryDue;
    private boolean exitDue;
    /** Taken in the event that set it, as an entry is, so no snapshot sees either. */
    private boolean fallen;
    private boolean crossed;
    private boolean upwards;
    private int exponent;
    private long epochNs;

    /** Looks at the windows after a new sample; the first look at full ones only tells where they stand. */
    void judge(AverageWindows windows, int priceExponent, long nowEpochNs) {
        if (!windows.isFull()) {
            return;
        }
        int before = sign;
        int stood = lastSign();
        sign = windows.compare();
        signBeforeGap = UNKNOWN;
        boolean up = before != UNKNOWN && before <= 0 && sign > 0;
        boolean down = stood != UNKNOWN && stood >= 0 && sign < 0;
        entryDue = up || entryDue && sign > 0;
        exitDue = down || exitDue && sign < 0;
        fallen = down || fallen && sign < 0;
        if (up || down) {
            crossed = true;
            upwards = up;
            exponent = priceExponent;
            epochNs = nowEpochNs;
            fastSum.copyFrom(windows.fastSum());
            slowSum.copyFrom(windows.slowSum());
        }
    }

    /** True once for an entry. */
    boolean takeEntry() {
        boolean due = entryDue;
        entryDue = false;
        return due;
    }

    /** True once for a fall. */
    boolean takeFall() {
        boolean due = fallen;
        fallen = false;
        return due;
    }

    boolean isExitDue() {
        return exitDue;
    }

    /** There is nothing to sell. */
    void dropExit() {
        exitDue = false;
    }

    /** A gap: the windows begin again. */
    void loseAverages() {
        int stood = lastSign();
        forgetAverages();
        signBeforeGap = stood;
    }

    /** Resets the windows; an exit stays due. */
    void forgetAverages() {
        sign = UNKNOWN;
        signBeforeGap = UNKNOWN;
        entryDue = false;
        fallen = false;
    }

    /** The numbers of the last crossing; they are rounded, the comparison was not. */
    String reasoning(CrossoverSettings settings) {
        return "fast " + settings.fast().text() + " = " + average(fastSum, settings.fast().count(), exponent)
            + " crossed " + (upwards ? "above" : "below") + " slow " + settings.slow().text() + " = "
            + average(slowSum, settings.slow().count(), exponent) + " at " + time();
    }

    String lastSignal() {
        return crossed ? (upwards ? "up at " : "down at ") + time() : "none";
    }

    /** Average mid of so many samples, each twice a mid, rounded to two digits more than prices have. */
    static String average(WideSum sum, int count, int exponent) {
        return new BigDecimal(sum.value(), -exponent)
            .divide(BigDecimal.valueOf(2L * count), Math.max(-exponent, 0) + SHOWN_DIGITS, RoundingMode.HALF_EVEN)
            .toPlainString();
    }

    /** False while it has never seen full windows. */
    boolean hasMemory() {
        return crossed || lastSign() != UNKNOWN;
    }

    /** What a restart needs: all but the averages. The numbers of a crossing matter while its exit is due. */
    void saveMemory(DataOutput out) throws IOException {
        out.writeByte(lastSign());
        out.writeBoolean(crossed);
        if (crossed) {
            out.writeBoolean(upwards);
            out.writeByte(exponent);
            out.writeLong(epochNs);
            out.writeBoolean(exitDue);
            if (exitDue) {
                saveSums(out);
            }
        }
    }

    void loadMemory(DataInput in) throws IOException {
        forgetAverages();
        signBeforeGap = in.readByte();
        crossed = in.readBoolean();
        if (crossed) {
            upwards = in.readBoolean();
            exponent = in.readByte();
            epochNs = in.readLong();
            exitDue = in.readBoolean();
            if (exitDue) {
                loadSums(in);
            }
        }
        check();
    }

    void save(DataOutput out) throws IOException {
        out.writeByte(sign);
        out.writeByte(signBeforeGap);
        out.writeBoolean(exitDue);
        out.writeBoolean(crossed);
        out.writeBoolean(upwards);
        out.writeByte(exponent);
        out.writeLong(epochNs);
        saveSums(out);
    }

    void load(DataInput in) throws IOException {
        sign = in.readByte();
        signBeforeGap = in.readByte();
        entryDue = false;
        fallen = false;
        exitDue = in.readBoolean();
        crossed = in.readBoolean();
        upwards = in.readBoolean();
        exponent = in.readByte();
        epochNs = in.readLong();
        loadSums(in);
        check();
    }

    private int lastSign() {
        return sign == UNKNOWN ? signBeforeGap : sign;
    }

    private void saveSums(DataOutput out) throws IOException {
        out.writeLong(fastSum.high());
        out.writeLong(fastSum.low());
        out.writeLong(slowSum.high());
        out.writeLong(slowSum.low());
    }

    private void loadSums(DataInput in) throws IOException {
        fastSum.set(in.readLong(), in.readLong());
        slowSum.set(in.readLong(), in.readLong());
    }

    private void check() throws IOException {
        if (!isSign(sign) || !isSign(signBeforeGap) || exponent < Decimals.MIN_EXPONENT
            || exponent > Decimals.MAX_EXPONENT) {
            throw new IOException("crossing has signs " + sign + ", " + signBeforeGap + " and exponent " + exponent);
        }
    }

    private static boolean isSign(int value) {
        return value >= -1 && value <= UNKNOWN;
    }

    private Instant time() {
        return Instant.ofEpochSecond(0, epochNs);
    }
}
