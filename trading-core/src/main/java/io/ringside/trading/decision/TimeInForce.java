package io.ringside.trading.decision;

/** How long a limit order stands, by Binance's names. The code is what the journal stores. */
public enum TimeInForce {
    /** Until it is filled or canceled. */
    GTC,
    /** What does not trade at once expires. */
    IOC,
    /** Trades whole and at once, or not at all. */
    FOK;

    private static final TimeInForce[] BY_CODE = values();

    public int code() {
        return ordinal();
    }

    /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no time in force has. */
    public static TimeInForce of(int code) {
        return BY_CODE[code];
    }
}
