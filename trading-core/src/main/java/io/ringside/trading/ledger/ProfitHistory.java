package io.ringside.trading.ledger;

import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What executions have earned per UTC day, by the asset in which profit is counted. The last {@value #KEPT_DAYS} days
 * are kept one by one, so its size is bounded; earlier ones are in {@link #total} alone. It is state of the ring thread
 * that recovery folds and a snapshot holds, so that answers do not depend on the ledger's files.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class ProfitHistory implements SnapshotPart {

    static final int KEPT_DAYS = 366;

    private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);

    /**
     * What a time has earned in one asset.
     *
     * @param realised   without fees
     * @param executions of symbols that are paid with this asset
     */
    public record Earned(BigDecimal realised, BigDecimal fees, long executions) {

        static final Earned NOTHING = new Earned(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        /** Realised, less fees. */
        public BigDecimal net() {
            return realised.subtract(fees);
        }

        Earned plus(Earned other) {
            return new Earned(realised.add(other.realised), fees.add(other.fees), executions + other.executions);
        }
    }

    private final NavigableMap<Long, NavigableMap<String, Earned>> days = new TreeMap<>();
    private final NavigableMap<String, Earned> totals = new TreeMap<>();
    private long sinceEpochNs;

    /** An execution of a symbol that is paid with that asset; {@code nowEpochNs} decides the day. */
    public void onExecution(String asset, long nowEpochNs) {
        if (sinceEpochNs == 0) {
            sinceEpochNs = nowEpochNs;
        }
        add(asset, new Earned(BigDecimal.ZERO, BigDecimal.ZERO, 1), nowEpochNs);
    }

    /** After it: what was earned since the very first start. The difference to what is known belongs to that day. */
    public void onEarned(String asset, BigDecimal realised, BigDecimal fees, long nowEpochNs) {
        Earned before = total(asset);
        Earned more = new Earned(realised.subtract(before.realised), fees.subtract(before.fees), 0);
        if (more.realised.signum() != 0 || more.fees.signum() != 0) {
            add(asset, more, nowEpochNs);
        }
    }

    private void add(String asset, Earned more, long nowEpochNs) {
        days.computeIfAbsent(day(nowEpochNs), unused -> new TreeMap<>()).merge(asset, more, Earned::plus);
        totals.merge(asset, more, Earned::plus);
        if (days.size() > KEPT_DAYS) {
            days.pollFirstEntry();
        }
    }

    /** When the first execution was booked, in nanoseconds since 1970; 0 before. */
    public long sinceEpochNs() {
        return sinceEpochNs;
    }

    /** Assets in which something was earned or traded, by name; a view. */
    public Iterable<String> assets() {
        return totals.keySet();
    }

    /** Since the very first start. */
    public Earned total(String asset) {
        return totals.getOrDefault(asset, Earned.NOTHING);
    }

    /** On the newest {@code count} UTC days, the one of {@code nowEpochNs} included; at most {@value #KEPT_DAYS}. */
    public Earned ofDays(int count, String asset, long nowEpochNs) {
        Earned sum = Earned.NOTHING;
        for (Map<String, Earned> day : days.tailMap(day(nowEpochNs) - count, false).values()) {
            sum = sum.plus(day.getOrDefault(asset, Earned.NOTHING));
        }
        return sum;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(sinceEpochNs);
        save(out, totals);
        out.writeInt(days.size());
        for (Map.Entry<Long, NavigableMap<String, Earned>> day : days.entrySet()) {
            out.writeLong(day.getKey());
            save(out, day.getValue());
        }
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        sinceEpochNs = in.readLong();
        totals.clear();
        totals.putAll(load(in));
        days.clear();
        for (int left = in.readInt(); left > 0; left--) {
            days.put(in.readLong(), load(in));
        }
    }

    private static long day(long epochNs) {
        return Math.floorDiv(epochNs, DAY_NS);
    }

    private static void save(DataOutput out, Map<String, Earned> assets) throws IOException {
        out.writeInt(assets.size());
        for (Map.Entry<String, Earned> asset : assets.entrySet()) {
            out.writeUTF(asset.getKey());
            out.writeUTF(asset.getValue().realised.toString());
            out.writeUTF(asset.getValue().fees.toString());
            out.writeLong(asset.getValue().executions);
        }
    }

    private static NavigableMap<String, Earned> load(DataInput in) throws IOException {
        NavigableMap<String, Earned> assets = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            assets.put(in.readUTF(), new Earned(new BigDecimal(in.readUTF()), new BigDecimal(in.readUTF()),
                in.readLong()));
        }
        return assets;
    }
}
