package io.ringside.trading.order;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of an order have traded: each execution covers a span of the cumulative quantity, whatever the order in
 * which the reports come in, so a report that comes twice counts once.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Executions {

    private record Span(long from, long to) {
    }

    private final List<Span> spans = new ArrayList<>();
    private long total;

    /** False, and nothing is counted, when a part of the span has been counted before. */
    boolean add(long from, long to) {
        int place = 0;
        while (place < spans.size() && spans.get(place).to <= from) {
            place++;
        }
        if (place < spans.size() && spans.get(place).from < to) {
            return false;
        }
        spans.add(place, new Span(from, to));
        total += to - from;
        mergeAround(place);
        return true;
    }

    long total() {
        return total;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(spans.size());
        for (Span span : spans) {
            out.writeLong(span.from);
            out.writeLong(span.to);
        }
    }

    /** Throws {@link IOException} for executions that overlap. */
    void load(DataInput in) throws IOException {
        spans.clear();
        total = 0;
        for (int left = in.readInt(); left > 0; left--) {
            long from = in.readLong();
            long to = in.readLong();
            if (from < 0 || to <= from || !add(from, to)) {
                throw new IOException("an execution from " + from + " to " + to + " of an order's quantity");
            }
        }
    }

    /** Adjacent spans are merged, so that an order with many executions stays small. */
    private void mergeAround(int place) {
        int at = place;
        if (at > 0 && spans.get(at - 1).to == spans.get(at).from) {
            at--;
        }
        while (at + 1 < spans.size() && spans.get(at).to == spans.get(at + 1).from) {
            Span next = spans.remove(at + 1);
            spans.set(at, new Span(spans.get(at).from, next.to));
        }
    }
}
