package io.ringside.pipeline;

import io.ringside.core.journal.SegmentStart;
import java.util.List;
import java.util.Locale;

/**
 * Symbols by the numbers that a journal's records carry, from the run's configuration: its line {@code symbols=A,B}.
 * Where that is missing a symbol is called {@code #} and its number.
 */
final class JournalNames {

    private static final String KEY = "symbols=";

    private SegmentStart start;
    private List<String> symbols = List.of();

    /** The names that hold behind that start. */
    JournalNames at(SegmentStart newest) {
        if (newest != start) {
            start = newest;
            symbols = newest.configText().lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(KEY)).findFirst()
                .map(line -> List.of(line.substring(KEY.length()).split(","))).orElse(List.of());
        }
        return this;
    }

    String symbol(int id) {
        return id >= 0 && id < symbols.size() ? symbols.get(id) : "#" + id;
    }
}
