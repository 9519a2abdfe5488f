package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** What became of a plan. The code is what the journal stores. */
public enum PlanOutcome {
    DONE(1),
    /** By {@code /stop}. */
    STOPPED(2),
    /** Something is left, and the reason says why. */
    LEFT(3);

    private static final CodeTable<PlanOutcome> CODES = CodeTable.of(values(), PlanOutcome::code);

    private final int code;

    PlanOutcome(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no outcome has. */
    public static PlanOutcome of(int code) {
        return CODES.get(code);
    }
}
