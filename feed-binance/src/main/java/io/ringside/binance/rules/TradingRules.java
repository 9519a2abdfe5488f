package io.ringside.binance.rules;

import io.ringside.binance.rules.ExchangeInfo.Fetched;
import io.ringside.core.event.Symbols;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.report.Ages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The trading rules of this run's symbols: from the venue; if it does not answer, from the cache; else none. Symbols
 * that the venue says it does not know are not taken from the cache.
 *
 * <p><em>Threading:</em> {@link #load} blocks its caller for at most the configured time and half a second; asking has
 * a daemon thread of its own, because nothing else can give up a look-up of the host's name.
 */
public final class TradingRules {

    static final long MAX_BODY_BYTES = 32L << 20;

    private static final long GRACE_MS = 500;
    private static final long NS_PER_MS = 1_000_000;

    private final RulesConfig config;
    private final Symbols symbols;
    private final LongSupplier epochMsClock;
    private final String base;
    private final RulesCache cache;
    private final RuleNotes notes = new RuleNotes();
    private final List<Instrument> instruments = new ArrayList<>();

    TradingRules(RulesConfig config, Symbols symbols, LongSupplier epochMsClock) {
        this.config = config;
        this.symbols = symbols;
        this.epochMsClock = epochMsClock;
        this.base = config.restBase().toString();
        this.cache = RulesCache.open(config.cacheFile());
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

    /** Never throws for failures of the network, the venue or the cache file. */
    public static Loaded load(RulesConfig config, Symbols symbols) {
        return new TradingRules(config, symbols, System::currentTimeMillis).load(MAX_BODY_BYTES);
    }

    Loaded load(long maxBodyBytes) {
        if (!cache.trouble().isEmpty()) {
            notes.add(cache.trouble());
        }
        Fetched fetched = fetch(maxBodyBytes);
        for (int id = 0; id < symbols.size(); id++) {
            settle(id, symbols.name(id), fetched);
        }
        if (!fetched.rules().isEmpty() || !fetched.unknown().isEmpty()) {
            saveCache();
        }
        return new Loaded(instruments, notes.lines());
    }

    private Fetched fetch(long maxBodyBytes) {
        ExecutorService executor = Executors.newSingleThreadExecutor(ThreadNames.factory(ThreadNames.RULES_IO));
        try (RulesRequest request = new RulesRequest(config.httpUrl(), maxBodyBytes)) {
            ExchangeInfo info = new ExchangeInfo(request, config.timeoutMs(), System::nanoTime);
            Future<Fetched> fetching = executor.submit(() -> info.fetch(symbols.names()));
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

    private void settle(int id, String name, Fetched fetched) {
        if (fetched.rules().containsKey(name)) {
            if (take(id, name, new RulesCache.Entry(epochMsClock.getAsLong(), fetched.rules().get(name)))) {
                cache.put(base, name, new RulesCache.Entry(epochMsClock.getAsLong(), fetched.rules().get(name)));
            }
        } else if (fetched.unknown().containsKey(name)) {
            cache.forget(base, name);
            notes.missing(name, fetched.unknown().get(name));
        } else {
            settleFromCache(id, name, fetched.failure());
        }
    }

    private void settleFromCache(int id, String name, String reason) {
        RulesCache.Entry entry = cache.find(base, name);
        if (entry == null) {
            notes.missing(name, reason);
        } else if (take(id, name, entry)) {
            long ageMs = epochMsClock.getAsLong() - entry.fetchedEpochMs();
            notes.cached(name, Ages.text(ageMs * NS_PER_MS), reason);
        }
    }

    /** Returns whether the rules could be parsed. */
    private boolean take(int id, String name, RulesCache.Entry entry) {
        try {
            Instrument instrument = SymbolRules.read(entry.rules(), id, name, config.fees());
            instruments.add(instrument);
            if (!instrument.trading()) {
                notes.closed(name);
            }
            return true;
        } catch (IllegalArgumentException unreadable) {
            notes.missing(name, "its rules cannot be parsed: " + unreadable.getMessage());
            return false;
        }
    }

    private void saveCache() {
        try {
            cache.save();
        } catch (IOException failure) {
            notes.add("trading rules cannot be kept in " + config.cacheFile() + ": " + failure);
        }
    }
}
