package io.ringside.trading.paper;

import io.ringside.core.runtime.CodeTable;

/**
 * Something that is on its way to the venue.
 *
 * @param sinceEpochNs when it left
 */
record Request(Kind kind, PaperOrder order, long sinceEpochNs) {

    /** The code is what snapshots store. */
    enum Kind {
        /** Accepted, traded, and ended or resting. */
        SUBMIT(0, 3),
        /** Its one answer is the last one of an order that rests, which has kept room for it. */
        CANCEL(1, 0),
        RESOLVE(2, 1);

        private static final CodeTable<Kind> CODES = CodeTable.of(values(), Kind::code);

        private final int code;
        private final int mostAnswers;

        Kind(int code, int mostAnswers) {
            this.code = code;
            this.mostAnswers = mostAnswers;
        }

        /** For how many answers there must be room before it may leave. */
        int mostAnswers() {
            return mostAnswers;
        }

        int code() {
            return code;
        }

        static Kind of(int code) {
            return CODES.get(code);
        }
    }

    /** True once the latency has passed, or when the wall clock was set back behind its departure. */
    boolean isDue(long epochNs, long latencyNs) {
        return epochNs - sinceEpochNs >= latencyNs || epochNs < sinceEpochNs;
    }
}
