package io.ringside.trading.account;

import io.ringside.trading.market.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Names of assets in the account, and amounts by asset. Each venue keeps accounts of its own: a symbol {@code
 * BTCEUR@OTHER} trades {@code BTC@OTHER} and {@code EUR@OTHER}; on the default venue, whose symbols have no such
 * ending, an asset has its plain name.
 *
 * <p><em>Threading:</em> pure functions; nothing is allocated for the default venue.
 */
public final class Assets {

    private static final char VENUE_MARK = '@';

    private Assets() {
    }

    public static String base(Instrument instrument) {
        return on(instrument, instrument.baseAsset());
    }

    public static String quote(Instrument instrument) {
        return on(instrument, instrument.quoteAsset());
    }

    /** Writes amounts by asset into a snapshot. */
    static void save(DataOutput out, Map<String, BigDecimal> amounts) throws IOException {
        out.writeInt(amounts.size());
        for (Map.Entry<String, BigDecimal> amount : amounts.entrySet()) {
            out.writeUTF(amount.getKey());
            out.writeUTF(amount.getValue().toString());
        }
    }

    static void load(DataInput in, Map<String, BigDecimal> amounts) throws IOException {
        amounts.clear();
        for (int left = in.readInt(); left > 0; left--) {
            amounts.put(in.readUTF(), new BigDecimal(in.readUTF()));
        }
    }

    /** Of that instrument; empty for the default one. */
    public static String venue(Instrument instrument) {
        int at = instrument.symbol().indexOf(VENUE_MARK);
        return at < 0 ? "" : instrument.symbol().substring(at + 1);
    }

    /** An asset on the venue of that instrument. */
    static String on(Instrument instrument, String asset) {
        String venue = venue(instrument);
        return venue.isEmpty() ? asset : asset + VENUE_MARK + venue;
    }
}
