package io.ringside.trading.account;

import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each source has realised and paid in fees, by the asset in which it is counted, and the fees that are in no
 * profit.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Results {

    private final SortedMap<String, SortedMap<String, Profit>> bySource = new TreeMap<>();
    private final SortedMap<String, BigDecimal> otherFees = new TreeMap<>();

    void realise(String source, String asset, BigDecimal amount) {
        put(source, of(source, asset).plus(amount, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    void payFee(String source, String asset, BigDecimal amount) {
        put(source, of(source, asset).plus(BigDecimal.ZERO, BigDecimal.ZERO, amount));
    }

    void payOtherFee(String asset, BigDecimal amount) {
        if (amount.signum() != 0) {
            otherFees.merge(asset, amount, BigDecimal::add);
        }
    }

    Profit of(String source, String asset) {
        Profit profit = bySource.getOrDefault(source, new TreeMap<>()).get(asset);
        return profit == null ? Profit.none(asset) : profit;
    }

    Set<String> sources() {
        return bySource.keySet();
    }

    Set<String> assets(String source) {
        return bySource.getOrDefault(source, new TreeMap<>()).keySet();
    }

    SortedMap<String, BigDecimal> otherFees() {
        return Collections.unmodifiableSortedMap(otherFees);
    }

    private void put(String source, Profit profit) {
        bySource.computeIfAbsent(source, name -> new TreeMap<>()).put(profit.asset(), profit);
    }

    void save(DataOutput out) throws IOException {
        SavedAmounts.save(out, otherFees);
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
        SavedAmounts.load(in, otherFees);
        bySource.clear();
        for (int left = in.readInt(); left > 0; left--) {
            put(in.readUTF(), new Profit(in.readUTF(), new BigDecimal(in.readUTF()), BigDecimal.ZERO,
                new BigDecimal(in.readUTF())));
        }
    }
}
