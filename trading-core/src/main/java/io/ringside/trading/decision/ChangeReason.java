package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** Why a strategy changed. The code is what the journal stores. */
public enum ChangeReason {
    USER(1),
    /** It has failed. */
    FAULT(2),
    LIMIT(3),
    /** Its saved state cannot be read. */
    STATE(4);

    private static final CodeTable<ChangeReason> CODES = CodeTable.of(values(), ChangeReason::code);

    private final int code;

    ChangeReason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no reason has. */
    public static ChangeReason of(int code) {
        return CODES.get(code);
    }
}
