package io.ringside.trading.engine;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.ring.Publisher;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.journal.Journal;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.journal.JournalOwner;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.order.OrderGateway;
import io.ringside.trading.report.StatusText;
import io.ringside.trading.settings.BadSettings;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A trading engine on paper, its journal and its ledger: recovered from the previous run, then journaled. Use it in
 * this order: {@link #open}, which may be left out, then {@link #attachTo}.
 *
 * <p>While the journal cannot be written trading is halted, and users are told.
 *
 * <p><em>Threading:</em> opened and closed by the owner's thread; between, the ring thread's.
 */
public final class JournaledEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledEngine.class);

    private final RunRecord run;
    private final StrategyTypes types;
    private final ReplySink replies;
    private final Counters counters;
    private final TradingEngine engine;
    private Optional<Journal> journal = Optional.empty();
    private Optional<LedgerIo> ledger = Optional.empty();

    /**
     * A fresh engine; the parameters are those of {@link TradingEngine#onPaper}.
     *
     * @throws BadSettings for settings of the run that this version does not accept
     */
    public JournaledEngine(RunRecord run, StrategyTypes types, Publisher acks, ReplySink replies, StatusText status,
                           Counters counters) {
        this(run, types, replies, counters, TradingEngine.onPaper(run, types, acks, replies, status, counters));
    }

    /**
     * A fresh engine that trades through a gateway; the parameters are those of {@link TradingEngine}.
     *
     * @throws BadSettings for settings of the run that this version does not accept
     */
    public JournaledEngine(RunRecord run, StrategyTypes types, Function<TradingBooks, OrderGateway> venue,
                           ReplySink replies, StatusText status, Counters counters) {
        this(run, types, replies, counters, new TradingEngine(run, types, venue, replies, status, counters));
    }

    private JournaledEngine(RunRecord run, StrategyTypes types, ReplySink replies, Counters counters,
                            TradingEngine engine) {
        this.run = run;
        this.types = types;
        this.replies = replies;
        this.counters = counters;
        this.engine = engine;
    }

    public TradingEngine engine() {
        return engine;
    }

    /**
     * Takes over what the previous run has left, and journals from now on. The run's id must be above
     * {@link JournalClaim#lastRunId}.
     *
     * @return the sequence that the next event must have
     */
    public long open(JournalClaim claim) throws IOException {
        long firstSequence = new EngineRecovery(engine, types).recover(claim);
        LedgerIo kept = new LedgerIo(claim.directory(), types, this::alert, counters);
        ledger = Optional.of(kept);
        kept.catchUp();
        Journal opened = claim.begin(new JournalRun(run.runId(), run.toJson(), firstSequence), new Owner(), counters);
        journal = Optional.of(opened);
        engine.recordTo(opened);
        kept.start();
        return firstSequence;
    }

    /** As {@link TradingEngine#attachTo}, with the journal in its place. */
    public void attachTo(Router router, Consumer<Place> process) {
        engine.attachTo(router, place -> {
            if (place == Place.JOURNAL) {
                attachJournalTo(router);
            } else {
                process.accept(place);
            }
        });
    }

    /** Completes the ledger, while the journal's lock is held; flushes and closes the journal. */
    @Override
    public void close() {
        ledger.ifPresent(LedgerIo::close);
        journal.ifPresent(Journal::close);
    }

    private void attachJournalTo(Router router) {
        journal.ifPresent(log -> router.onEvery("journal", log));
    }

    private void alert(String text) {
        LOG.warn("{}", text);
        replies.offer(Reply.alert(run.alerts(), text));
    }

    /** Connects the journal with the engine. */
    private final class Owner implements JournalOwner {

        @Override
        public List<SavedPart> save(long sequence) throws IOException {
            return engine.snapshot().save(sequence);
        }

        @Override
        public void onFailure(String reason) {
            engine.tradingState().setObstacle("the journal cannot be written: " + reason);
            engine.halt();
            alert("⚠ trading stopped: the journal cannot be written: " + reason);
        }

        @Override
        public void onRecovered() {
            engine.tradingState().setObstacle(null);
            alert("✓ the journal is written again; trading stays stopped, /start resumes");
        }

        @Override
        public long neededFrom() {
            return ledger.map(LedgerIo::neededFrom).orElse(Long.MAX_VALUE);
        }

        @Override
        public void onSpaceLow(long freeBytes, long neededBytes) {
            alert("⚠ the journal's disk is nearly full: " + megabytes(freeBytes) + " free, " + megabytes(neededBytes)
                + " needed for the next " + JournalConfig.SPARE_SEGMENTS + " segments. Trading stops when it is full: "
                + "free some space, or keep less with JOURNAL_KEEP_MB");
        }

        @Override
        public void onSpaceRegained(long freeBytes) {
            alert("✓ the journal's disk has room again: " + megabytes(freeBytes) + " free");
        }

        private static String megabytes(long bytes) {
            return (bytes >> 20) + " MB";
        }
    }
}
