package io.ringside.trading.market;

import io.ringside.core.event.Symbols;
import io.ringside.trading.decision.Decision.OrderPlaced;
import java.util.List;

/**
 * The venue's rules by symbol id; a symbol without rules has quotes but cannot be traded.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
public final class Instruments {

    private final Symbols symbols;
    private final Instrument[] bySymbol;

    public Instruments(Symbols symbols, List<Instrument> known) {
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

    /** Null when the rules of the symbol are not known. */
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
}
