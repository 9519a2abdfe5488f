package io.ringside.pipeline.cli;

import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.codec.SegmentStart;
import java.io.IOException;
import java.util.List;

/**
 * Symbols by the numbers that a journal's records carry, from the run's record. In a journal of another writer a symbol
 * is called {@code #} and its number.
 */
final class JournalNames {

    private SegmentStart start;
    private List<String> symbols = List.of();

    /** The names that hold behind that start. */
    JournalNames at(SegmentStart newest) {
        if (newest != start) {
            start = newest;
            try {
                symbols = RunRecord.fromJson(newest.configText()).symbols();
            } catch (IOException otherWriter) {
                symbols = List.of();
            }
        }
        return this;
    }

    String symbol(int id) {
        return id >= 0 && id < symbols.size() ? symbols.get(id) : "#" + id;
    }
}
