package io.ringside.binance.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects what users are told about the trading rules: one line for all symbols with the same note.
 *
 * <p><em>Threading:</em> one thread.
 */
final class RuleNotes {

    private static final int MOST_NAMES = 10;

    private final List<String> general = new ArrayList<>();
    /** Symbols by what is said of them, with the place of their names in it. */
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    void add(String line) {
        general.add(line);
    }

    void cached(String symbol, String age, String reason) {
        note(symbol, "trading rules of %s from the cache, " + literal(age + " old: " + reason));
    }

    /** The venue does not answer, and there are none from before. */
    void missing(String symbol, String reason) {
        note(symbol, "no trading rules for %s: " + literal(reason) + "; quotes come, but orders are rejected until it "
            + "answers. It is asked again: check the network and BINANCE_REST_URL");
    }

    /** The venue answers, but has none. */
    void unknown(String symbol, String reason) {
        note(symbol, "no trading rules for %s: " + literal(reason) + "; orders are rejected. Check SYMBOLS");
    }

    void unreadable(String symbol, String reason) {
        note(symbol, "no trading rules for %s: they cannot be parsed: " + literal(reason) + "; orders are rejected");
    }

    void arrived(String symbol) {
        note(symbol, "✓ trading rules of %s have arrived: orders are accepted");
    }

    /** The venue lists the symbol and takes no orders for it. */
    void closed(String symbol) {
        note(symbol, "the venue takes no orders for %s at present; you are told when it does");
    }

    void opened(String symbol) {
        note(symbol, "✓ the venue takes orders for %s again");
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(general);
        lines.forEach((line, symbols) -> all.add(String.format(Locale.ROOT, line, names(symbols))));
        return List.copyOf(all);
    }

    private void note(String symbol, String line) {
        lines.computeIfAbsent(line, first -> new ArrayList<>()).add(symbol);
    }

    private static String literal(String text) {
        return text.replace("%", "%%");
    }

    private static String names(List<String> symbols) {
        if (symbols.size() <= MOST_NAMES) {
            return String.join(", ", symbols);
        }
        return String.join(", ", symbols.subList(0, MOST_NAMES)) + " and " + (symbols.size() - MOST_NAMES) + " more";
    }
}
