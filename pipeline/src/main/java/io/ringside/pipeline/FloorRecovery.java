package io.ringside.pipeline;

import io.ringside.core.journal.JournalReader;
import io.ringside.core.trade.Decision;
import io.ringside.core.trade.Decision.OrderPlaced;
import io.ringside.core.trade.Instruments;
import io.ringside.core.trade.Recovery;
import java.io.IOException;
import java.util.List;

/**
 * From the last snapshot and the facts behind it to the state in which the process before ended. Symbol ids are those
 * of the run that wrote them; they are found again by name.
 *
 * <p><em>Threading:</em> the owner's thread, before the ring starts.
 */
final class FloorRecovery {

    private final TradingFloor floor;
    private List<String> writtenSymbols;

    FloorRecovery(TradingFloor floor) {
        this.floor = floor;
    }

    /** Reads from the reader's first segment to the end of the journal; returns the sequence that comes next. */
    long recover(JournalReader reader) throws IOException {
        begin(reader);
        Recovery recovery = floor.core().recovery();
        long nextSequence = reader.start().firstSequence();
        while (reader.next()) {
            if (reader.kind() != JournalReader.Kind.START) {
                nextSequence = reader.sequence() + 1;
            }
            switch (reader.kind()) {
                case START -> {
                    if (!reader.start().continuation()) {
                        begin(reader);
                        recovery = floor.core().recovery();
                    }
                }
                case EVENT -> recovery.onEvent(reader.event(), reader.sequence());
                case DECISION -> recovery.onDecision(inThisRun(reader.decision()), reader.sequence());
                default -> throw new IllegalStateException("no such record: " + reader.kind());
            }
        }
        recovery.finish();
        floor.rebuildVenue();
        return nextSequence;
    }

    private void begin(JournalReader reader) throws IOException {
        writtenSymbols = RunRecord.fromJson(reader.start().configText()).symbols();
        floor.loadLasting(reader.start().snapshotInput());
    }

    private Decision inThisRun(Decision decision) throws IOException {
        if (!(decision instanceof OrderPlaced placed)) {
            return decision;
        }
        Instruments instruments = floor.core().books().instruments();
        String symbol = writtenSymbols.get(placed.symbolId());
        int symbolId = instruments.symbolId(symbol);
        if (symbolId < 0 || instruments.get(symbolId) == null) {
            throw new IOException("order #" + placed.number() + " of " + symbol
                + " is of the last run, but that symbol is not one of this run's or its trading rules are not known");
        }
        return placed.symbolId() == symbolId ? decision : new OrderPlaced(placed.number(), placed.clientOrderId(),
            symbolId, placed.side(), placed.type(), placed.timeInForce(), placed.qty(), placed.qtyExponent(),
            placed.price(), placed.priceExponent(), placed.origin(), placed.maker(), placed.epochNs(),
            placed.rationale());
    }
}
