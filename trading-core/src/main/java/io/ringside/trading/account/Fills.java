package io.ringside.trading.account;

import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The last 1,000 fills, for display; no decision reads them.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Fills {

    static final int KEPT = 1_000;

    private final ArrayDeque<Fill> kept = new ArrayDeque<>();

    void add(Fill fill) {
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.addLast(fill);
    }

    List<Fill> newest(int most) {
        List<Fill> newest = new ArrayList<>();
        Iterator<Fill> fills = kept.descendingIterator();
        while (fills.hasNext() && newest.size() < most) {
            newest.add(fills.next());
        }
        return newest;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(kept.size());
        for (Fill fill : kept) {
            out.writeLong(fill.orderNumber());
            out.writeUTF(fill.source());
            out.writeUTF(fill.instrument().symbol());
            out.writeByte(fill.side().code());
            out.writeUTF(fill.qty().toString());
            out.writeUTF(fill.price().toString());
            out.writeUTF(fill.commission().toString());
            out.writeUTF(fill.commissionAsset());
            out.writeLong(fill.epochNs());
            out.writeLong(fill.sequence());
        }
    }

    /** Fills of symbols that this run cannot trade are left out. */
    void load(DataInput in, Instruments instruments) throws IOException {
        kept.clear();
        for (int left = in.readInt(); left > 0; left--) {
            long orderNumber = in.readLong();
            String source = in.readUTF();
            int symbolId = instruments.symbolId(in.readUTF());
            Instrument instrument = symbolId < 0 ? null : instruments.get(symbolId);
            Fill fill = new Fill(orderNumber, source, symbolId, instrument, Side.of(in.readByte()),
                new BigDecimal(in.readUTF()), new BigDecimal(in.readUTF()), new BigDecimal(in.readUTF()),
                in.readUTF(), in.readLong(), in.readLong());
            if (instrument != null) {
                add(fill);
            }
        }
    }
}
