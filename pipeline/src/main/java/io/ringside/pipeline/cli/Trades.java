package io.ringside.pipeline.cli;

import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.trading.engine.LedgerTail;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.ledger.LedgerDirectory;
import io.ringside.trading.ledger.LedgerReader;
import io.ringside.trading.ledger.LedgerRecord;
import io.ringside.trading.ledger.LedgerRecord.Amount;
import io.ringside.trading.ledger.LedgerRecord.Amounts;
import io.ringside.trading.ledger.LedgerRecord.Execution;
import io.ringside.trading.ledger.LedgerRecord.Gap;
import io.ringside.trading.ledger.LedgerRecord.Listing;
import io.ringside.trading.ledger.LedgerRecord.Ordered;
import io.ringside.trading.ledger.LedgerRecord.RunBegan;
import io.ringside.trading.ledger.LedgerRuns;
import io.ringside.trading.ledger.LedgerState;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All executions that are known: those in the ledger, then those that only the journal holds so far. They are read one
 * by one, whatever their number, and twice: which of them are void is known only at the end.
 *
 * <p><em>Threading:</em> one thread; changes no file and takes no lock.
 */
final class Trades {

    static final List<String> COLUMNS = List.of("time", "order", "clientOrderId", "symbol", "side", "qty", "price",
        "commission", "commissionAsset", "realised", "realisedAsset", "liquidity", "tradeId", "account", "source",
        "venue", "baseAsset", "quoteAsset", "run", "sequence");

    private final Path directory;
    private final LedgerRuns runs = new LedgerRuns();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long sinceEpochNs;
    private IOException unreadable;

    Trades(Path directory) {
        this.directory = directory;
    }

    /** False if there is neither a journal nor a ledger. */
    boolean exist() throws IOException {
        return !JournalReader.numbers(directory).isEmpty() || !new LedgerDirectory(directory).numbers().isEmpty();
    }

    /**
     * Each row has the values of {@link #COLUMNS}.
     *
     * @throws IOException after the rows that could be read, if the journal cannot be read to its end
     */
    void read(Consumer<List<String>> rows) throws IOException {
        forEach(this::note);
        problems.clear();
        forEach(each -> {
            if (each instanceof Execution execution && !runs.isVoid(execution.place())) {
                rows.accept(row(execution));
            }
        });
        if (unreadable != null) {
            throw unreadable;
        }
    }

    /** After {@link #read}: since when it knows, and what it does not. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (sinceEpochNs != 0) {
            notes.add("all executions since " + time(sinceEpochNs)
                + (gaps.isEmpty() ? "" : ", but for those named below"));
        }
        gaps.forEach(gap -> notes.add(gap.executions() + " executions " + (gap.fromEpochNs() == 0 ? "before "
            : "between " + time(gap.fromEpochNs()) + " and ") + time(gap.epochNs())
            + " are missing: the journal did not hold them any more"));
        return notes;
    }

    /** After {@link #read}: what could not be read. */
    List<String> problems() {
        return problems;
    }

    private void forEach(Consumer<LedgerRecord> records) throws IOException {
        try (LedgerReader ledger = new LedgerReader(directory)) {
            for (LedgerRecord next = ledger.next(); next != null; next = ledger.next()) {
                records.accept(next);
            }
            problems.addAll(ledger.problems());
            addTail(ledger.state(), records);
        }
    }

    /** What only the journal holds; where that is damaged, the ledger is still worth printing. */
    private void addTail(LedgerState known, Consumer<LedgerRecord> records) {
        try (LedgerTail tail = new LedgerTail(directory, StrategyTypes.builtIn(), known)) {
            for (LedgerRecord next = tail.next(); next != null; next = tail.next()) {
                records.accept(next);
            }
            problems.addAll(tail.problems());
        } catch (IOException failure) {
            unreadable = failure;
        }
    }

    private void note(LedgerRecord record) {
        if (sinceEpochNs == 0) {
            sinceEpochNs = record.epochNs();
        }
        if (record instanceof RunBegan began) {
            runs.add(began);
        } else if (record instanceof Gap gap) {
            gaps.add(gap);
        }
    }

    private static List<String> row(Execution execution) {
        Ordered order = execution.order();
        Listing listing = order.listing();
        Amounts amounts = execution.amounts();
        return List.of(time(execution.epochNs()), Long.toString(order.number()), order.clientOrderId(),
            listing.symbol(), order.side().name(), text(amounts.qty()), text(amounts.price()),
            text(amounts.commission().value()), amounts.commission().asset(),
            joined(amounts, profit -> text(profit.value())), joined(amounts, Amount::asset),
            execution.liquidity() == Liquidity.UNKNOWN ? "" : execution.liquidity().name(), execution.tradeId(),
            order.account().name(), order.source(), listing.venue(), listing.baseAsset(), listing.quoteAsset(),
            Long.toString(execution.place().runId()), Long.toString(execution.place().sequence()));
    }

    private static String joined(Amounts amounts, Function<Amount, String> part) {
        return amounts.realised().stream().map(part).collect(Collectors.joining(";"));
    }

    private static String text(BigDecimal value) {
        return value.toPlainString();
    }

    private static String time(long epochNs) {
        return Instant.ofEpochSecond(0, epochNs).toString();
    }
}
