package io.ringside.core.event;

/** State of an order, by Binance's names where it has one; UNKNOWN is ours: sent, outcome not known yet. */
public enum OrderStatus {
    NEW,
    ACCEPTED,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    REJECTED,
    EXPIRED,
    UNKNOWN;

    private static final OrderStatus[] BY_CODE = values();

    static final int COUNT = BY_CODE.length;

    public int code() {
        return ordinal();
    }

    /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no status has. */
    public static OrderStatus of(int code) {
        return BY_CODE[code];
    }
}
