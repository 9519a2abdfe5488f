package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** Which way an order trades. The code is what the journal stores. */
public enum Side {
    BUY(0),
    SELL(1);

    private static final CodeTable<Side> CODES = CodeTable.of(values(), Side::code);

    private final int code;

    Side(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no side has. */
    public static Side of(int code) {
        return CODES.get(code);
    }
}
