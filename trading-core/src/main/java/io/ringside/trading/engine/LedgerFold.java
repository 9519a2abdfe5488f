package io.ringside.trading.engine;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.DecisionKind;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.ledger.LedgerPlace;
import io.ringside.trading.ledger.LedgerRecord;
import io.ringside.trading.ledger.LedgerState;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Derives the ledger's records from the journal's. They depend on the journal alone: folded again, they come out the
 * same, with the same places.
 *
 * <p><em>Threading:</em> one thread.
 */
final class LedgerFold {

    private static final long HOUR_NS = TimeUnit.HOURS.toNanos(1);
    private static final int GAP = 0;
    private static final int RUN = 1;
    private static final int REACHED = 2;

    private final RunFold fold;
    private final LedgerFacts facts = new LedgerFacts();
    private final Queue<LedgerRecord> made = new ArrayDeque<>();
    private LedgerState known;
    private TradingBooks books;
    private Quotes quotes;
    private RunRecord run;
    private long runId;
    private long sequence;
    private int index;

    /** {@code known}: what the ledger holds already is not made again. */
    LedgerFold(StrategyTypes types, LedgerState known) {
        this.fold = new RunFold(types);
        this.known = known;
    }

    /** Takes the record that the reader is at; the first one is a segment's start with a snapshot. */
    void add(JournalReader reader) throws IOException {
        switch (reader.kind()) {
            case START -> {
                if (!reader.start().continuation()) {
                    begin(reader);
                }
            }
            case EVENT -> {
                sequence = reader.sequence();
                index = LedgerPlace.EVENT;
                fold.add(reader);
                put(onEvent(reader.event()));
            }
            case DECISION -> {
                index++;
                fold.add(reader);
                put(onDecision(reader.decision()));
            }
            default -> throw new IllegalStateException("no such record: " + reader.kind());
        }
    }

    /** Records between the last one and the next are missing; the next is a start with a snapshot. */
    void onSkipped() {
        books = null;
    }

    /** The oldest record made, once; null if there is none. */
    LedgerRecord poll() {
        return made.poll();
    }

    private void begin(JournalReader reader) throws IOException {
        SegmentStart start = reader.start();
        boolean first = books == null;
        long before = first ? known.executions() : books.portfolio().executions();
        fold.add(reader);
        books = fold.books();
        facts.begin(books.portfolio());
        // Number 1 is the first segment of all: nothing came before it.
        boolean continues = start.number() > 1;
        LedgerPlace place = new LedgerPlace(start.runId(), start.firstSequence(), GAP);
        long missing = continues ? Math.max(0, books.portfolio().executions() - before) : 0;
        if (missing > 0 && (!first || place.compareTo(known.place()) > 0)) {
            put(new LedgerRecord.Gap(place, start.epochNs(), known.epochNs(), missing));
        }
        if (first || start.runId() != runId) {
            beginRun(start, continues);
        }
        put(new LedgerRecord.Reached(at(start, REACHED), start.epochNs()));
    }

    private void beginRun(SegmentStart start, boolean continues) throws IOException {
        runId = start.runId();
        run = RunRecord.fromJson(start.configText());
        quotes = new Quotes(Symbols.of(run.symbols()));
        if (known.place().runId() != runId) {
            put(new LedgerRecord.RunBegan(at(start, RUN), start.epochNs(), run.account(),
                books.portfolio().executions(), continues));
        }
    }

    private static LedgerPlace at(SegmentStart start, int startIndex) {
        return new LedgerPlace(start.runId(), start.firstSequence(), startIndex);
    }

    private LedgerRecord onEvent(PipelineEvent event) {
        return switch (event.type()) {
            case TICK -> {
                quotes.onTick(event.tick(), sequence);
                yield null;
            }
            case ORDER_ACK -> facts.execution(place(), books, event.orderAck().update());
            case TIMER -> isMarkDue() ? facts.mark(place(), run.account(), books, quotes) : null;
            case COMMAND, FEED_STATE, RULES -> null;
        };
    }

    /** Each hour. A clock that was set back by less than two is waited for. */
    private boolean isMarkDue() {
        long hour = Math.floorDiv(books.time().epochNs(), HOUR_NS);
        long marked = Math.floorDiv(known.markEpochNs(), HOUR_NS);
        return (hour > marked || hour < marked - 1) && place().compareTo(known.place()) > 0;
    }

    private LedgerRecord onDecision(Decision decision) {
        return switch (DecisionKind.of(decision)) {
            case TRADING_STATE_CHANGED -> onSwitched((Decision.TradingStateChanged) decision);
            case STRATEGY_CHANGED -> onSwitched((Decision.StrategyChanged) decision);
            case ORDER_PLACED, ORDER_REJECTED, CANCEL_REQUESTED, ORDER_OUTCOME, CANCEL_REJECTED, LOSS_MARKED,
                REPLY_SENT, PLAN_STARTED, PLAN_ENDED, STRATEGY_REMEMBERED, ASSET_VALUED -> null;
        };
    }

    private LedgerRecord onSwitched(Decision.TradingStateChanged changed) {
        return new LedgerRecord.TradingSwitched(place(), books.time().epochNs(), changed.halted(), changed.paused());
    }

    private LedgerRecord onSwitched(Decision.StrategyChanged changed) {
        return new LedgerRecord.StrategySwitched(place(), books.time().epochNs(), changed.strategy(), changed.on(),
            changed.parameters(), changed.reason(), changed.detail());
    }

    private LedgerPlace place() {
        return new LedgerPlace(runId, sequence, index);
    }

    private void put(LedgerRecord nextOrNull) {
        if (nextOrNull != null && nextOrNull.place().compareTo(known.place()) > 0) {
            known = known.after(nextOrNull);
            made.add(nextOrNull);
        }
    }
}
