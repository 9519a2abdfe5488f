package io.ringside.core.event;

/** What an order update reports, by the names of Binance's execution report field {@code x}. */
public enum ExecutionType {
    NEW,
    CANCELED,
    REPLACED,
    REJECTED,
    TRADE,
    EXPIRED,
    TRADE_PREVENTION;

    private static final ExecutionType[] BY_CODE = values();

    static final int COUNT = BY_CODE.length;

    public int code() {
        return ordinal();
    }

    /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no execution type has. */
    public static ExecutionType of(int code) {
        return BY_CODE[code];
    }
}
