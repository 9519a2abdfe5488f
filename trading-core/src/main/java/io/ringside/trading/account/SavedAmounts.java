package io.ringside.trading.account;

import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** Amounts by asset, as a snapshot holds them. Threading: pure functions. */
final class SavedAmounts {

    private SavedAmounts() {
    }

    static void save(DataOutput out, Map<String, BigDecimal> amounts) throws IOException {
        out.writeInt(amounts.size());
        for (Map.Entry<String, BigDecimal> amount : amounts.entrySet()) {
            out.writeUTF(amount.getKey());
            StateFields.name(out, "amount", amount.getKey());
            out.writeUTF(amount.getValue().toString());
        }
    }

    static void load(DataInput in, Map<String, BigDecimal> amounts) throws IOException {
        amounts.clear();
        for (int left = in.readInt(); left > 0; left--) {
            amounts.put(in.readUTF(), new BigDecimal(in.readUTF()));
        }
    }
}
