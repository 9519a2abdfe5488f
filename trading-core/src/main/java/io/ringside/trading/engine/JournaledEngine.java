package io.ringside.trading.engine;

import io.ringside.core.event.EventType;
import io.ringside.core.event.ReplySink;
import io.ringside.core.ring.Publisher;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.journal.Journal;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.journal.JournalOwner;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.report.StatusText;
import io.ringside.trading.settings.TradingConfig;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The trading engine and its journal: recovered from the run before, journaled from now on.
 *
 * <p><em>Threading:</em> opened and closed by the owner's thread; between, the ring's.
 */
public final class JournaledEngine implements JournalOwner, AutoCloseable {

    private final TradingEngine engine;
    private final Consumer<String> alerts;
    private Optional<Journal> journal = Optional.empty();
    private String journalFailure;

    /**
     * What leaves the engine for others than the journal.
     *
     * @param acks    takes the paper venue's answers; never waits
     * @param replies takes texts for people
     * @param status  makes the answer to {@code /status}
     * @param alerts  takes one line of text; must not wait
     */
    public record Outlets(Publisher acks, ReplySink replies, StatusText status, Consumer<String> alerts) {
    }

    /** Builds the engine of a run that has no past yet. */
    public JournaledEngine(RunRecord run, TradingConfig config, Outlets outlets, Counters counters) {
        this.alerts = outlets.alerts();
        this.engine = new TradingEngine(run, config, new TradingEngine.Ports(outlets.acks(), outlets.replies(),
            this::record, outlets.status(), this::obstacle), counters);
    }

    public TradingEngine engine() {
        return engine;
    }

    /** Takes over what the run before has left; returns the sequence that comes next. */
    public long recover(JournalReader reader) throws IOException {
        return new EngineRecovery(engine).recover(reader);
    }

    /** Journals from now on. */
    public void journal(JournalConfig config, JournalRun run, Counters counters) throws IOException {
        journal = Optional.of(Journal.open(config, run, this, counters));
    }

    /** The journal sees every event before anybody else does. */
    public void attachJournalTo(Router router) {
        journal.ifPresent(log -> {
            for (EventType type : EventType.values()) {
                router.subscribe(type, "journal", log);
            }
        });
    }

    @Override
    public void save(DataOutput out) throws IOException {
        engine.save(out);
    }

    @Override
    public void onFailure(String reason) {
        journalFailure = reason;
        engine.core().halt();
        alerts.accept("⚠ trading stopped: the journal cannot be written: " + reason);
    }

    @Override
    public void onRecovered() {
        journalFailure = null;
        alerts.accept("✓ the journal is written again; trading stays stopped, /start resumes");
    }

    @Override
    public void close() {
        journal.ifPresent(Journal::close);
    }

    private void record(Decision decision, long sequence) {
        if (journal.isPresent()) {
            journal.get().record(decision, sequence);
        }
    }

    private String obstacle() {
        return journalFailure == null ? null : "the journal cannot be written: " + journalFailure;
    }
}
