package io.ringside.binance.rules;

import io.ringside.binance.rules.ExchangeInfo.Fetched;
import io.ringside.core.event.Symbols;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.core.runtime.WakeSignal;
import io.ringside.trading.market.Instrument;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trading rules of this run's symbols: from the venue; if it does not answer, from the cache until it does; else
 * none until it does. Afterwards it is asked every few hours, as rules change. Symbols that the venue says it does not
 * know are not taken from the cache. Use it in this order: {@link #load}, {@link #watch}, {@link #close}.
 *
 * <p><em>Threading:</em> the owner's thread. {@link #load} blocks it for at most the configured time and half a second;
 * asking has the thread {@code rules-io}, because nothing else can give up a look-up of the host's name.
 */
public final class TradingRules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TradingRules.class);
    private static final long MAX_BODY_BYTES = 32L << 20;
    private static final long GRACE_MS = 500;
    private static final long CLOSE_TIMEOUT_MS = 1_000;
    private static final long FAILED_NS = TimeUnit.MINUTES.toNanos(1);

    private final RulesConfig config;
    private final RulesRequest request;
    private final KnownRules known;
    private final WakeSignal wake = new WakeSignal();
    private Fetched first = Fetched.nothing("not asked yet");
    private Thread thread;
    private volatile boolean closed;

    public TradingRules(RulesConfig config, Symbols symbols) {
        this(config, symbols, System::currentTimeMillis, MAX_BODY_BYTES);
    }

    TradingRules(RulesConfig config, Symbols symbols, LongSupplier epochMsClock, long maxBodyBytes) {
        this.config = config;
        this.request = new RulesRequest(config.httpUrl(), maxBodyBytes);
        this.known = new KnownRules(config, symbols, epochMsClock);
    }

    /**
     * What is known.
     *
     * @param instruments in the order of the symbols; those without rules are left out
     * @param notes       lines for users: old rules, missing rules, trouble with the cache; none if all is well
     */
    public record Loaded(List<Instrument> instruments, List<String> notes) {

        public Loaded {
            instruments = List.copyOf(instruments);
            notes = List.copyOf(notes);
        }
    }

    /** Asks once, at the start. Never throws for failures of the network, the venue or the cache file. */
    public Loaded load() {
        first = askInTime();
        RuleNotes notes = new RuleNotes();
        known.begin(first, notes);
        return new Loaded(known.instruments(), notes.lines());
    }

    /**
     * Asks again from now on.
     *
     * @param ring   takes the rules of a symbol when they have changed, on the thread {@code rules-io}; false if it
     *               cannot, and they are offered again
     * @param alerts tells users when rules are missing, have come, or a symbol stops or starts trading
     */
    public void watch(Predicate<Instrument> ring, Consumer<String> alerts) {
        RulesWatch watch = new RulesWatch(this::ask, known, ring, alerts, RandomGenerator.getDefault());
        watch.begin(first, System.nanoTime());
        thread = ThreadNames.factory(ThreadNames.RULES_IO).newThread(() -> run(watch));
        thread.start();
    }

    /** Ends the request under way. Idempotent; safe before a start. */
    @Override
    public void close() {
        closed = true;
        request.close();
        wake.raise();
        try {
            if (thread != null) {
                thread.join(CLOSE_TIMEOUT_MS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(RulesWatch watch) {
        try {
            while (!closed) {
                wake.await(runOnce(watch));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static long runOnce(RulesWatch watch) {
        try {
            return watch.run(System.nanoTime());
        } catch (RuntimeException failure) {
            LOG.error("asking for trading rules failed, trying again in a minute", failure);
            return FAILED_NS;
        }
    }

    private Fetched ask() {
        return new ExchangeInfo(request, config.timeoutMs(), System::nanoTime).fetch(known.names());
    }

    private Fetched askInTime() {
        String base = config.restBase().toString();
        ExecutorService executor = Executors.newSingleThreadExecutor(ThreadNames.factory(ThreadNames.RULES_IO));
        try {
            Future<Fetched> fetching = executor.submit(this::ask);
            return fetching.get(config.timeoutMs() + GRACE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return Fetched.nothing(base + " did not answer in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Fetched.nothing("asking " + base + " was interrupted");
        } catch (ExecutionException failure) {
            return Fetched.nothing("asking " + base + " failed: " + failure.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
