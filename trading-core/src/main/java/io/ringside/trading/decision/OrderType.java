package io.ringside.trading.decision;

/** How an order finds its price. The code is what the journal stores. */
public enum OrderType {
    /** At whatever the other side of the book asks. */
    MARKET,
    /** At its price or better. */
    LIMIT;

    private static final OrderType[] BY_CODE = values();

    public int code() {
        return ordinal();
    }

    /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no type has. */
    public static OrderType of(int code) {
        return BY_CODE[code];
    }
}
