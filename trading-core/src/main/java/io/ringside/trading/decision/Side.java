package io.ringside.trading.decision;

/** Which way an order trades. The code is what the journal stores. */
public enum Side {
    BUY,
    SELL;

    private static final Side[] BY_CODE = values();

    public int code() {
        return ordinal();
    }

    /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no side has. */
    public static Side of(int code) {
        return BY_CODE[code];
    }
}
