package io.ringside.trading.market;

import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Rules;
import io.ringside.core.event.Symbols;
import io.ringside.core.route.RulesHandler;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The venue's rules by symbol id, as they are at the moment; a symbol without rules has quotes but cannot be traded.
 *
 * <p>What another run saved counts only for symbols of which this run's venue has told nothing yet.
 *
 * <p><em>Threading:</em> the ring thread; the table of symbols never changes.
 */
public final class Instruments implements RulesHandler, SnapshotPart {


    private final long runId;
    private final Symbols symbols;
    private final Instrument[] bySymbol;
    /** Null for those of the rules. */
    private Fees charged;

    /** Of no run. */
    public Instruments(Symbols symbols, List<Instrument> known) {
        this(0, symbols, known);
    }

    /** {@code known} are the rules at the start of that run. */
    public Instruments(long runId, Symbols symbols, List<Instrument> known) {
        this.runId = runId;
        this.symbols = symbols;
        this.bySymbol = new Instrument[symbols.size()];
        for (Instrument instrument : known) {
            bySymbol[instrument.symbolId()] = instrument;
        }
    }

    /** How many symbols there are, with and without rules. */
    public int symbols() {
        return bySymbol.length;
    }

    /** All symbols of this run, with and without rules. */
    public Symbols symbolTable() {
        return symbols;
    }

    /** Null while the rules of the symbol are not known; another one after each change. */
    public Instrument get(int symbolId) {
        return bySymbol[symbolId];
    }

    public String name(int symbolId) {
        return symbols.name(symbolId);
    }

    /** {@link Symbols#UNKNOWN} for a symbol that is not one of this run's. */
    public int symbolId(String name) {
        return symbols.id(name);
    }

    /** The instrument of an order; throws {@link IllegalStateException} when its rules are not known. */
    public Instrument of(OrderPlaced placed) {
        Instrument instrument = bySymbol[placed.symbolId()];
        if (instrument == null) {
            throw new IllegalStateException("order #" + placed.number() + " is of " + name(placed.symbolId())
                + ", whose trading rules are not known");
        }
        return instrument;
    }

    /** For a what-if: every symbol has these fees from now on, whatever its rules say. */
    public void charge(Fees fees) {
        charged = fees;
        for (int id = 0; id < bySymbol.length; id++) {
            bySymbol[id] = charged(bySymbol[id]);
        }
    }

    private Instrument charged(Instrument instrument) {
        return charged == null || instrument == null ? instrument : instrument.with(charged);
    }

    @Override
    public void onRules(Rules rules, long sequence) {
        int symbolId = rules.symbolId();
        bySymbol[symbolId] = charged(InstrumentRules.read(rules, symbolId, name(symbolId)));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        PipelineEvent event = new PipelineEvent();
        byte[] bytes = new byte[PipelineEvent.SLOT_BYTES];
        out.writeLong(runId);
        out.writeInt((int) Arrays.stream(bySymbol).filter(instrument -> instrument != null).count());
        for (Instrument instrument : bySymbol) {
            if (instrument != null) {
                InstrumentRules.write(instrument, 0, event.rules());
                int bodyBytes = event.copyTo(bytes, 0) - PipelineEvent.HEADER_BYTES;
                out.writeUTF(instrument.symbol());
                out.writeShort(PipelineEvent.blockBytes(EventType.RULES));
                out.writeShort(bodyBytes);
                out.write(bytes, PipelineEvent.HEADER_BYTES, bodyBytes);
            }
        }
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        boolean isOwn = in.readLong() == runId;
        if (isOwn) {
            Arrays.fill(bySymbol, null);
        }
        PipelineEvent event = new PipelineEvent();
        byte[] bytes = new byte[PipelineEvent.SLOT_BYTES];
        for (int left = in.readInt(); left > 0; left--) {
            int id = symbolId(in.readUTF());
            int blockBytes = in.readUnsignedShort();
            int bodyBytes = in.readUnsignedShort();
            if (bodyBytes > bytes.length) {
                throw new IOException("rules of " + bodyBytes + " bytes");
            }
            in.readFully(bytes, 0, bodyBytes);
            event.load(EventType.RULES, bytes, 0, blockBytes, bodyBytes);
            if (id != Symbols.UNKNOWN && bySymbol[id] == null) {
                bySymbol[id] = charged(InstrumentRules.read(event.rules(), id, name(id)));
            }
        }
    }
}
