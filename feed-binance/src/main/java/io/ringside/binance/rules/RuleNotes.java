package io.ringside.binance.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects notes about the trading rules for the user: one line for all symbols with the same note.
 *
 * <p><em>Threading:</em> one thread.
 */
final class RuleNotes {

    private static final int MOST_NAMES = 10;

    private final List<String> general = new ArrayList<>();
    private final Map<String, List<String>> cached = new LinkedHashMap<>();
    private final Map<String, List<String>> missing = new LinkedHashMap<>();
    private final List<String> closed = new ArrayList<>();

    void add(String line) {
        general.add(line);
    }

    void cached(String symbol, String age, String reason) {
        cached.computeIfAbsent(age + " old: " + reason, line -> new ArrayList<>()).add(symbol);
    }

    void missing(String symbol, String reason) {
        missing.computeIfAbsent(reason, line -> new ArrayList<>()).add(symbol);
    }

    /** The venue lists the symbol and takes no orders for it. */
    void closed(String symbol) {
        closed.add(symbol);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(general);
        cached.forEach((fate, symbols) -> lines.add("trading rules of " + names(symbols) + " from the cache, " + fate));
        missing.forEach((reason, symbols) -> lines.add("no trading rules for " + names(symbols) + ": " + reason
            + (symbols.size() == 1 ? "; it has quotes but cannot be traded"
                : "; they have quotes but cannot be traded")));
        if (!closed.isEmpty()) {
            lines.add("the venue takes no orders for " + names(closed) + " at present");
        }
        return List.copyOf(lines);
    }

    private static String names(List<String> symbols) {
        if (symbols.size() <= MOST_NAMES) {
            return String.join(", ", symbols);
        }
        return String.join(", ", symbols.subList(0, MOST_NAMES)) + " and " + (symbols.size() - MOST_NAMES) + " more";
    }
}
