package io.ringside.trading.paper;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Free and locked amount of each asset, exact. A change that would leave a negative amount is a broken invariant: it
 * throws {@link IllegalStateException} and changes nothing.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Accounts {

    private final Map<String, Balance> byAsset = new TreeMap<>();

    /** Replaces everything; nothing is locked then. */
    void reset(Map<String, BigDecimal> balances) {
        byAsset.clear();
        balances.forEach((asset, amount) -> change(asset, amount, BigDecimal.ZERO));
    }

    BigDecimal free(String asset) {
        return of(asset).free();
    }

    BigDecimal total(String asset) {
        return of(asset).free().add(of(asset).locked());
    }

    /** False, and nothing has changed, if less than that is free. */
    boolean tryLock(String asset, BigDecimal amount) {
        if (free(asset).compareTo(amount) < 0) {
            return false;
        }
        change(asset, amount.negate(), amount);
        return true;
    }

    void unlock(String asset, BigDecimal amount) {
        change(asset, amount, amount.negate());
    }

    void debit(String asset, BigDecimal amount) {
        change(asset, amount.negate(), BigDecimal.ZERO);
    }

    void credit(String asset, BigDecimal amount) {
        change(asset, amount, BigDecimal.ZERO);
    }

    /** A copy, by name of the asset. */
    Map<String, Balance> balances() {
        return new TreeMap<>(byAsset);
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(byAsset.size());
        for (Map.Entry<String, Balance> entry : byAsset.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue().free().toString());
            out.writeUTF(entry.getValue().locked().toString());
        }
    }

    void load(DataInput in) throws IOException {
        byAsset.clear();
        for (int left = in.readInt(); left > 0; left--) {
            byAsset.put(in.readUTF(), new Balance(new BigDecimal(in.readUTF()), new BigDecimal(in.readUTF())));
        }
    }

    private Balance of(String asset) {
        return byAsset.getOrDefault(asset, Balance.NOTHING);
    }

    private void change(String asset, BigDecimal free, BigDecimal locked) {
        Balance before = of(asset);
        Balance after = new Balance(before.free().add(free), before.locked().add(locked));
        if (after.free().signum() < 0 || after.locked().signum() < 0) {
            throw new IllegalStateException(asset + " would be " + after + " after " + before);
        }
        byAsset.put(asset, after);
    }
}
