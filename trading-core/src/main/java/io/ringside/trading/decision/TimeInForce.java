package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** How long a limit order stays in force, by Binance's names. The code is what the journal stores. */
public enum TimeInForce {
    /** Until filled or canceled. */
    GTC(0),
    /** What is not filled at once expires. */
    IOC(1),
    /** Filled at once and completely, or not at all. */
    FOK(2);

    private static final CodeTable<TimeInForce> CODES = CodeTable.of(values(), TimeInForce::code);

    private final int code;

    TimeInForce(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no time in force has. */
    public static TimeInForce of(int code) {
        return CODES.get(code);
    }
}
