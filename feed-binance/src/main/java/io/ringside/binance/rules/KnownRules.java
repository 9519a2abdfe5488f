package io.ringside.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringside.binance.rules.ExchangeInfo.Fetched;
import io.ringside.binance.rules.RulesCache.Entry;
import io.ringside.core.event.Symbols;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.report.Ages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The newest rules of this run's symbols, and what users were told about them. Rules that the venue cannot give again
 * stay: only its own word closes a symbol.
 *
 * <p><em>Threading:</em> one thread at a time.
 */
final class KnownRules {

    private final RulesConfig config;
    private final Symbols symbols;
    private final LongSupplier epochMsClock;
    private final String base;
    private final Instrument[] bySymbol;
    /** What users were told is wrong with a symbol, by its name. */
    private final Map<String, String> told = new HashMap<>();
    private RulesCache cache;
    private boolean saveFailed;

    KnownRules(RulesConfig config, Symbols symbols, LongSupplier epochMsClock) {
        this.config = config;
        this.symbols = symbols;
        this.epochMsClock = epochMsClock;
        this.base = config.restBase().toString();
        this.bySymbol = new Instrument[symbols.size()];
    }

    List<String> names() {
        return symbols.names();
    }

    /** Reads the cache and takes the answer to the first request; what the venue does not tell comes from the cache. */
    void begin(Fetched fetched, RuleNotes notes) {
        cache = RulesCache.open(config.cacheFile());
        if (!cache.trouble().isEmpty()) {
            notes.add(cache.trouble());
        }
        if (!fetched.failure().isEmpty()) {
            for (int id = 0; id < bySymbol.length; id++) {
                String name = symbols.name(id);
                if (!fetched.rules().containsKey(name) && !fetched.unknown().containsKey(name)) {
                    takeCached(id, name, fetched.failure(), notes);
                }
            }
        }
        update(fetched, notes);
    }

    /** Takes an answer; returns the rules that differ from those before. */
    List<Instrument> update(Fetched fetched, RuleNotes notes) {
        List<Instrument> changed = new ArrayList<>();
        for (int id = 0; id < bySymbol.length; id++) {
            Instrument before = bySymbol[id];
            settle(id, symbols.name(id), fetched, notes);
            if (bySymbol[id] != null && !bySymbol[id].equals(before)) {
                changed.add(bySymbol[id]);
            }
        }
        if (!fetched.isEmpty()) {
            saveCache(notes);
        }
        return changed;
    }

    /** In the order of the symbols; those without rules are left out. */
    List<Instrument> instruments() {
        List<Instrument> known = new ArrayList<>();
        for (Instrument instrument : bySymbol) {
            if (instrument != null) {
                known.add(instrument);
            }
        }
        return known;
    }

    /** True while a symbol that the venue should know has no rules. */
    boolean isAnyMissing(Fetched last) {
        for (int id = 0; id < bySymbol.length; id++) {
            if (bySymbol[id] == null && !last.unknown().containsKey(symbols.name(id))) {
                return true;
            }
        }
        return false;
    }

    /** True while the venue takes no orders for a symbol whose rules are known. */
    boolean isAnyClosed() {
        return instruments().stream().anyMatch(instrument -> !instrument.trading());
    }

    private void settle(int id, String name, Fetched fetched, RuleNotes notes) {
        JsonNode rules = fetched.rules().get(name);
        String unknown = fetched.unknown().get(name);
        if (rules != null) {
            take(id, name, rules, notes);
        } else if (unknown != null) {
            cache.forget(base, name);
            close(id);
            if (isNews(name, unknown)) {
                notes.unknown(name, unknown);
            }
        } else if (bySymbol[id] == null && !told.containsKey(name)) {
            told.put(name, fetched.failure());
            notes.missing(name, fetched.failure());
        }
    }

    private void take(int id, String name, JsonNode rules, RuleNotes notes) {
        try {
            Instrument instrument = SymbolRules.read(rules, id, name, config.fees());
            cache.put(base, name, new Entry(epochMsClock.getAsLong(), rules));
            keep(id, name, instrument, notes);
        } catch (IllegalArgumentException unreadable) {
            close(id);
            if (isNews(name, unreadable.getMessage())) {
                notes.unreadable(name, unreadable.getMessage());
            }
        }
    }

    private void keep(int id, String name, Instrument instrument, RuleNotes notes) {
        Instrument before = bySymbol[id];
        bySymbol[id] = instrument;
        String trouble = told.remove(name);
        if (!instrument.trading()) {
            if (before == null || before.trading()) {
                notes.closed(name);
            }
        } else if (before == null && trouble != null) {
            notes.arrived(name);
        } else if (before != null && !before.trading()) {
            notes.opened(name);
        }
    }

    private void takeCached(int id, String name, String reason, RuleNotes notes) {
        Entry entry = cache.find(base, name);
        if (entry == null) {
            return;
        }
        try {
            keep(id, name, SymbolRules.read(entry.rules(), id, name, config.fees()), notes);
            long ageMs = epochMsClock.getAsLong() - entry.fetchedEpochMs();
            notes.cached(name, Ages.text(TimeUnit.MILLISECONDS.toNanos(ageMs)), reason);
        } catch (IllegalArgumentException unreadable) {
            told.put(name, unreadable.getMessage());
            notes.unreadable(name, unreadable.getMessage());
        }
    }

    /** No order can be right any more; what is held is still valued by the last rules. */
    private void close(int id) {
        if (bySymbol[id] != null) {
            bySymbol[id] = bySymbol[id].whileTrading(false);
        }
    }

    private boolean isNews(String name, String trouble) {
        return !trouble.equals(told.put(name, trouble));
    }

    private void saveCache(RuleNotes notes) {
        try {
            cache.save();
            saveFailed = false;
        } catch (IOException failure) {
            if (!saveFailed) {
                notes.add("trading rules cannot be kept in " + config.cacheFile() + ": " + failure);
            }
            saveFailed = true;
        }
    }
}
