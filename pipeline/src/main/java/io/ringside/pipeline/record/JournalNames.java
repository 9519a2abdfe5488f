package io.ringside.pipeline.record;

import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.codec.SegmentStart;
import java.io.IOException;
import java.util.List;

/**
 * Symbol names by the ids in a journal's records, from the run's record. If that cannot be read, a symbol's name is
 * {@code #} and its id.
 */
public final class JournalNames {

    private SegmentStart start;
    private List<String> symbols = List.of();

    /** The names that apply after that start. */
    public JournalNames at(SegmentStart newest) {
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

    public String symbol(int id) {
        return id >= 0 && id < symbols.size() ? symbols.get(id) : "#" + id;
    }
}
