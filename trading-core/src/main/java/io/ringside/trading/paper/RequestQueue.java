package io.ringside.trading.paper;

import io.ringside.core.runtime.CodeTable;
import io.ringside.trading.market.Instruments;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;

/**
 * What is on its way to the venue, oldest first, at most {@value #CAPACITY}: orders, cancels and questions.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class RequestQueue {

    static final int CAPACITY = 1_024;

    private final long latencyNs;
    private final ArrayDeque<Request> requests = new ArrayDeque<>(CAPACITY);

    RequestQueue(long latencyNs) {
        this.latencyNs = latencyNs;
    }

    /** One request. The code of its kind is what snapshots store. */
    record Request(Kind kind, PaperOrder order, long sinceEpochNs) {
    }

    enum Kind {
        /** Accepted, traded, and ended or resting. */
        SUBMIT(0, 3),
        /** Its one ack is the last one of an order that rests, which has kept room for it. */
        CANCEL(1, 0),
        RESOLVE(2, 1);

        private static final CodeTable<Kind> CODES = CodeTable.of(values(), Kind::code);

        private final int code;
        private final int mostAcks;

        Kind(int code, int mostAcks) {
            this.code = code;
            this.mostAcks = mostAcks;
        }

        int code() {
            return code;
        }

        /** For how many acks there must be room before it may leave. */
        int mostAcks() {
            return mostAcks;
        }
    }

    boolean isFull() {
        return requests.size() == CAPACITY;
    }

    /** True when a request would arrive at once. */
    boolean isPassedAtOnce() {
        return latencyNs == 0 && requests.isEmpty();
    }

    void add(Kind kind, PaperOrder order, long nowEpochNs) {
        requests.add(new Request(kind, order, nowEpochNs));
    }

    /** The oldest, once its latency has passed or the wall clock was set back before its departure; otherwise null. */
    Request pollArrived(long nowEpochNs) {
        Request oldest = requests.peek();
        if (oldest == null) {
            return null;
        }
        long elapsedNs = nowEpochNs - oldest.sinceEpochNs();
        return elapsedNs >= latencyNs || elapsedNs < 0 ? requests.poll() : null;
    }

    void clear() {
        requests.clear();
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(requests.size());
        for (Request request : requests) {
            out.writeByte(request.kind().code());
            out.writeLong(request.sinceEpochNs());
            request.order().save(out);
        }
    }

    void load(DataInput in, Instruments instruments) throws IOException {
        requests.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Kind kind = Kind.CODES.get(in.readByte());
            long sinceEpochNs = in.readLong();
            requests.add(new Request(kind, PaperOrder.load(in, instruments), sinceEpochNs));
        }
    }
}
