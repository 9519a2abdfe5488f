package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** How an order is priced. The code is what the journal stores. */
public enum OrderType {
    /** At the best prices on the other side of the book. */
    MARKET(0),
    /** At its price or a better one. */
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
