package io.ringside.trading.order;

import io.ringside.core.event.Decimals;
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

    /** Rescales to another exponent; false if a quantity does not fit it. */
    boolean load(DataInput in, int fromExponent, int toExponent) throws IOException {
        spans.clear();
        total = 0;
        boolean whole = true;
        for (int left = in.readInt(); left > 0; left--) {
            long from = Decimals.rescale(in.readLong(), fromExponent, toExponent);
            long to = Decimals.rescale(in.readLong(), fromExponent, toExponent);
            whole &= from != Decimals.NOT_REPRESENTABLE && to != Decimals.NOT_REPRESENTABLE && add(from, to);
        }
        return whole;
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
