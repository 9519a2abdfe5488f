package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** How an order finds its price. The code is what the journal stores. */
public enum OrderType {
    /** At whatever the other side of the book asks. */
    MARKET(0),
    /** At its price or better. */
    LIMIT(1);

    private static final CodeTable<OrderType> CODES = CodeTable.of(values(), OrderType::code);

    private final int code;

    OrderType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no type has. */
    public static OrderType of(int code) {
        return CODES.get(code);
    }
}
