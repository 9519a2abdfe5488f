package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** What a plan is to reach. The code is what the journal and the snapshot store. */
public enum PlanKind {
    /** Every book but the external one is sold. */
    CLOSE_ALL(1),
    /** A sale above the largest order allowed. */
    DIVIDED_SALE(2);

    private static final CodeTable<PlanKind> CODES = CodeTable.of(values(), PlanKind::code);

    private final int code;

    PlanKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no kind has. */
    public static PlanKind of(int code) {
        return CODES.get(code);
    }
}
