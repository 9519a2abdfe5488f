package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** The outcome of an order that the venue has not reported. The code is what the journal stores. */
public enum Outcome {
    /** It never left. */
    NOT_PLACED(1);

    private static final CodeTable<Outcome> CODES = CodeTable.of(values(), Outcome::code);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link CodeTable.UnknownCode} for a code that no outcome has. */
    public static Outcome of(int code) {
        return CODES.get(code);
    }
}
