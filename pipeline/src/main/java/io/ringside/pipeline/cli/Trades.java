package io.ringside.pipeline.cli;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.EventType;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.pipeline.record.JournalNames;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.journal.JournalReader;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the fills among a journal's records. A fill that is reported twice counts once: its key is the order and the
 * cumulative quantity. Side and number are known only for orders placed within the journal.
 */
final class Trades {

    static final List<String> COLUMNS =
        List.of("time", "order", "clientOrderId", "symbol", "side", "qty", "price", "commission", "asset");

    private record Fill(String clientOrderId, long cumulativeQty) {
    }

    private final Map<String, Decision.OrderPlaced> orders = new HashMap<>();
    private final JournalNames names = new JournalNames();
    private final Set<Fill> seen = new HashSet<>();
    private final Consumer<List<String>> rows;

    /** {@code rows} takes the values of {@link #COLUMNS}. */
    Trades(Consumer<List<String>> rows) {
        this.rows = rows;
    }

    /** Looks at the record that the reader is at. */
    void add(JournalReader reader) throws IOException {
        if (reader.kind() == JournalReader.Kind.DECISION && reader.decision() instanceof Decision.OrderPlaced placed) {
            orders.put(placed.clientOrderId(), placed);
        } else if (reader.kind() == JournalReader.Kind.EVENT && mayTellAFill(reader.event().type())) {
            add(reader.event().orderAck().update(), names.at(reader.start()));
        }
    }

    private static boolean mayTellAFill(EventType type) {
        return switch (type) {
            case ORDER_ACK -> true;
            case TICK, COMMAND, FEED_STATE, TIMER, RULES -> false;
        };
    }

    private void add(OrderUpdate update, JournalNames known) {
        if (update.execution() != ExecutionType.TRADE
            || !seen.add(new Fill(update.clientOrderId(), update.cumulativeQty()))) {
            return;
        }
        Decision.OrderPlaced placed = orders.get(update.clientOrderId());
        rows.accept(List.of(Instant.ofEpochSecond(0, update.epochNs()).toString(),
            placed == null ? "" : Long.toString(placed.number()), update.clientOrderId(),
            known.symbol(placed == null ? update.symbolId() : placed.symbolId()),
            placed == null ? "" : placed.side().name(),
            Decimals.toString(update.trade().qty(), update.qtyExponent()),
            Decimals.toString(update.trade().price(), update.trade().priceExponent()),
            Decimals.toString(update.trade().commission(), update.trade().commissionExponent()),
            update.trade().commissionAsset()));
    }
}
